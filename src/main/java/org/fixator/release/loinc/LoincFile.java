package org.fixator.release.loinc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseFile;
import org.fixator.release.TextTable;
import org.fixator.release.TextTable.Format;
import org.jspecify.annotations.Nullable;

/** The files of a LOINC release that are read, with the columns that tell them apart. */
enum LoincFile {
    TERMS(
            "LOINC_NUM,COMPONENT,LONG_COMMON_NAME,STATUS,CLASSTYPE",
            "PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS"),
    PARTS("PartNumber,PartTypeName,PartName,PartDisplayName"),
    PART_LINKS("LoincNumber,PartNumber,PartName,LinkTypeName,Property"),
    ANSWER_LISTS("AnswerListId,AnswerListName,AnswerStringId,SequenceNumber,DisplayText"),
    ANSWER_LIST_LINKS("LoincNumber,AnswerListId,AnswerListLinkType"),
    PANELS("ParentLoinc,Loinc,SEQUENCE"),
    GROUPS("GroupId,Group,Archetype"),
    GROUP_TERMS("GroupId,LoincNumber"),
    HIERARCHY("PATH_TO_ROOT,IMMEDIATE_PARENT,CODE,CODE_TEXT"),
    CONSUMER_NAMES("LoincNumber,ConsumerName"),
    VARIANTS("ID,ISO_LANGUAGE,ISO_COUNTRY"),
    VARIANT("LOINC_NUM,COMPONENT,LONG_COMMON_NAME,LinguisticVariantDisplayName"),
    MAP_TO("LOINC,MAP_TO");

    /** Those that a file is known by. */
    private final String columns;

    /** Those and the others without which what is read would be incomplete. */
    private final String needed;

    LoincFile(String columns) {
        this.columns = columns;
        this.needed = columns;
    }

    LoincFile(String columns, String others) {
        this.columns = columns;
        this.needed = columns + "," + others;
    }

    private static List<String> split(String columns) {
        return List.of(columns.split(",", -1));
    }

    /** Which of the files one that begins so is; {@code null} for another. */
    static @Nullable LoincFile of(FileHead head) {
        List<String> header = TextTable.header(head, Format.CSV);
        for (LoincFile file : values()) {
            if (header.containsAll(split(file.columns))) {
                return file;
            }
        }
        return null;
    }

    TextTable open(ReleaseFile file, ReadingProgress progress) {
        return TextTable.withHeader(file, Format.CSV, StandardCharsets.UTF_8, split(needed), progress);
    }
}
