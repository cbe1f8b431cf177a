package org.fixator.release.rxnorm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseFile;
import org.fixator.release.TextTable;
import org.fixator.release.TextTable.Format;
import org.jspecify.annotations.Nullable;

/** The files of RxNorm that are read, with their columns as the technical documentation names them. */
enum RrfFile {
    RXNCONSO(
            "RXCUI,LAT,TS,LUI,STT,SUI,ISPREF,RXAUI,SAUI,SCUI,SDUI,SAB,TTY,CODE,STR,SRL,SUPPRESS,CVF",
            "\\d+\\|[A-Z]{3}\\|.*\\|[NOYE]?\\|\\d*\\|"),
    RXNREL(
            "RXCUI1,RXAUI1,STYPE1,REL,RXCUI2,RXAUI2,STYPE2,RELA,RUI,SRUI,SAB,SL,DIR,RG,SUPPRESS,CVF",
            "\\d*\\|\\d*\\|(CUI|AUI)\\|[A-Z]{1,4}\\|.*"),
    RXNSAT(
            "RXCUI,LUI,SUI,RXAUI,STYPE,CODE,ATUI,SATUI,ATN,SAB,ATV,SUPPRESS,CVF",
            "\\d*\\|[^|]*\\|[^|]*\\|\\d*\\|(CUI|AUI|RUI|SUI|CODE)\\|.*"),
    RXNSTY("RXCUI,TUI,STN,STY,ATUI,CVF", "\\d+\\|T\\d{3}\\|.*"),
    RXNSAB(
            "VCUI,RCUI,VSAB,RSAB,SON,SF,SVER,VSTART,VEND,IMETA,RMETA,SLC,SCC,SRL,TFR,CFR,CXTY,TTYL,ATNL,LAT,CENC,CURVER,"
                    + "SABIN,SSN,SCIT",
            "C\\d*\\|C\\d*\\|.*");

    private final String columns;
    private final String shape;

    RrfFile(String columns, String shape) {
        this.columns = columns;
        this.shape = shape;
    }

    List<String> columns() {
        return Arrays.asList(columns.split(",", -1));
    }

    /** Which of the files one that begins so is; {@code null} for another. */
    static @Nullable RrfFile of(FileHead head) {
        String line = head.firstLine();
        int bars = (int) line.chars().filter(c -> c == '|').count();
        for (RrfFile file : values()) {
            if (bars == file.columns().size() && line.matches(file.shape)) {
                return file;
            }
        }
        return null;
    }

    TextTable open(ReleaseFile file, ReadingProgress progress) {
        return TextTable.withColumns(file, Format.BARS, StandardCharsets.UTF_8, columns(), progress);
    }
}
