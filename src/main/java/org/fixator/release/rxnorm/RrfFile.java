package org.fixator.release.rxnorm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private static final int LINES = 20;

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
        List<String> lines = head.lines().stream().limit(LINES).toList();
        for (RrfFile file : values()) {
            // one line is enough, since it has all columns: those that are cut are refused by their number when they
            // are read
            if (lines.stream().anyMatch(file::fits)) {
                return file;
            }
        }
        return null;
    }

    private boolean fits(String line) {
        int bars = (int) line.chars().filter(c -> c == '|').count();
        return bars == columns().size() && line.matches(shape);
    }

    /** Whether a file is called as this one is by the publisher. */
    boolean names(String file) {
        return file.toUpperCase(Locale.ROOT).endsWith(this + ".RRF");
    }

    TextTable open(ReleaseFile file, ReadingProgress progress) {
        return TextTable.withColumns(file, Format.BARS, StandardCharsets.UTF_8, columns(), progress);
    }
}
