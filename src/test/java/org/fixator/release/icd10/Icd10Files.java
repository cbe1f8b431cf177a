package org.fixator.release.icd10;

import java.util.Locale;
import org.fixator.release.TextFile;

/** Invented codes in the layouts of CMS and NCHS. */
final class Icd10Files {

    private Icd10Files() {}

    /** An order file of {@code code|flag|short|long}; the long title is the short one where it is left out. */
    static TextFile order(String name, String... entries) {
        String[] lines = new String[entries.length];
        for (int i = 0; i < entries.length; i++) {
            lines[i] = line(i + 1, entries[i]);
        }
        return TextFile.of(name, lines);
    }

    static String line(int number, String entry) {
        String[] parts = entry.split("\\|", -1);
        return String.format(
                Locale.ROOT,
                "%05d %-7s %s %-60s %s",
                number,
                parts[0],
                parts[1],
                parts[2],
                parts.length > 3 ? parts[3] : parts[2]);
    }

    /** A line of addenda: what happened and {@code code|flag|short|long}. */
    static String addendum(String operation, String entry) {
        String[] parts = entry.split("\\|", -1);
        return String.format(
                Locale.ROOT,
                "%-13s%s %-7s %-60s %s",
                operation,
                parts[1],
                parts[0],
                parts[2],
                parts.length > 3 ? parts[3] : parts[2]);
    }

    static final String[] CODES = {
        "X70|0|Rope of the loom",
        "X701|1|Broken rope|Broken rope of the loom",
        "X702|0|Loose rope|Loose rope of the loom",
        "X702XXA|1|Loose rope, first|Loose rope of the loom, first shift",
        "X702XXD|1|Loose rope, later|Loose rope of the loom, later shift",
        "X7A|0|Frame",
        "X7A0|1|Bent frame",
        "X80|1|Other parts"
    };

    static final String[] TABULAR = {
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
        "<ICD10CM.tabular><version>2031</version><introduction><introSection><title>T</title></introSection></introduction>",
        "<chapter><name>1</name><desc>Looms (X70-X99)</desc><includes><note>hand looms</note></includes>",
        "<sectionIndex><sectionRef first=\"X70\" last=\"X79\" id=\"X70-X79\">Ropes</sectionRef></sectionIndex>",
        "<section id=\"X70-X79\"><desc>Ropes and frames (X70-X79)</desc></section>",
        "<section id=\"X70-X75\"><desc>Ropes (X70-X75)</desc>",
        "<diag><name>X70</name><desc>Rope of the loom</desc><excludes1><note>wire (X80)</note></excludes1>",
        "<diag><name>X70.1</name><desc>Broken rope of the loom</desc><inclusionTerm><note>Torn rope</note></inclusionTerm></diag>",
        "<diag><name>X70.2</name><desc>Loose rope of the loom</desc><sevenChrNote><note>one of these</note></sevenChrNote>",
        "<sevenChrDef><extension char=\"A\">first shift</extension><extension char=\"D\">later shift</extension></sevenChrDef></diag>",
        "</diag>",
        "<diag><name>X7A</name><desc>Frame</desc><diag><name>X7A.0</name><desc>Bent frame</desc></diag></diag></section>",
        "<section id=\"X80\"><desc>Other parts (X80)</desc><diag><name>X80</name><desc>Other parts</desc></diag></section>",
        "</chapter></ICD10CM.tabular>"
    };
}
