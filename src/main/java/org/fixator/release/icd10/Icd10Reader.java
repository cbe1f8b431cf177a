package org.fixator.release.icd10;

import java.util.List;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;

/**
 * Reads ICD-10-CM and ICD-10-PCS: the order file of CMS alone or with what else its zip holds; the order file of the year
 * before with the addenda that lead to the year wanted; the file of codes; and of ICD-10-CM the tabular list in XML, alone
 * or joined with the codes of the same year. Files of other shapes (PDF, indexes) are passed over and named in the notes.
 */
public final class Icd10Reader implements ReleaseReader {

    private final Edition edition;

    private Icd10Reader(Edition edition) {
        this.edition = edition;
    }

    public static Icd10Reader diagnoses() {
        return new Icd10Reader(Edition.CM);
    }

    public static Icd10Reader procedures() {
        return new Icd10Reader(Edition.PCS);
    }

    @Override
    public String kind() {
        return edition.kind;
    }

    @Override
    public String summary() {
        return edition == Edition.CM
                ? "ICD-10-CM: order file, codes file, addenda or zip of CMS, tabular list XML of NCHS"
                : "ICD-10-PCS: order file, codes file, addenda or zip of CMS";
    }

    @Override
    public boolean recognises(FileHead head) {
        return edition.reads(Layout.of(head));
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        return new Icd10Reading(edition, new Sources(edition, files), options, progress).read();
    }
}
