package org.fixator.release.nucc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.release.Concepts.assertRefused;
import static org.fixator.release.Concepts.find;
import static org.fixator.release.Concepts.parents;
import static org.fixator.release.Concepts.system;
import static org.fixator.release.Concepts.values;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.release.Concepts;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.TextFile;
import org.junit.jupiter.api.Test;

class NuccReaderTest {

    private static final NuccReader READER = new NuccReader();
    private static final String HEADER =
            "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\n";
    private static final String ROWS =
            "9990A0000X,Weavers & Menders,Weaver,,\"Weaves, by hand.\",\"Source: none\n[1/1/2030: new]\","
                    + "Weaver,Individual\n"
                    + "9990AL001X,Weavers & Menders,Weaver,Left Hand,,,Left-Handed Weaver,Individual\n"
                    + "9991BR001X,Weavers & Menders,Mender,Rope,,,Rope Mender,Individual\n"
                    + "9992C0000X,Mills,Mill,,,,Mill,Non-Individual\n";

    @Test
    void codesStandUnderTheirClassificationAndThatUnderItsGrouping() {
        ReleaseContent content = read(HEADER + ROWS);
        assertThat(content.identity().version()).isEqualTo("31.1");
        assertThat(content.identity().from()).isEqualTo(LocalDate.of(2031, 10, 1));
        assertThat(content.identity().notice()).contains("NUCC");
        assertThat(parents(find(content, "9990AL001X"))).containsExactly("9990A0000X");
        assertThat(parents(find(content, "9990A0000X"))).containsExactly("Weavers & Menders");
        assertThat(parents(find(content, "Weavers & Menders"))).isEmpty();
        assertThat(system(content)
                        .filter(new PropertyFilter("concept", "is-a", "Weavers & Menders"))
                        .size())
                .isEqualTo(5);
    }

    @Test
    void whatHasNoCodeOfThePublisherIsAbstract() {
        ReleaseContent content = read(HEADER + ROWS);
        assertThat(find(content, "Weavers & Menders").isAbstract()).isTrue();
        assertThat(values(find(content, "Weavers & Menders"), "level")).containsExactly("grouping");
        assertThat(parents(find(content, "9991BR001X"))).containsExactly("Mender");
        assertThat(values(find(content, "Mender"), "level")).containsExactly("classification");
        assertThat(find(content, "9990A0000X").isAbstract()).isFalse();
    }

    @Test
    void textsAndPropertiesAreKept() {
        ReleaseContent content = read(HEADER + ROWS);
        assertThat(find(content, "9990A0000X").definition()).isEqualTo("Weaves, by hand.");
        assertThat(values(find(content, "9990A0000X"), "notes")).containsExactly("Source: none\n[1/1/2030: new]");
        assertThat(find(content, "9990AL001X").display()).isEqualTo("Left-Handed Weaver");
        assertThat(find(content, "9990AL001X").designations().get(0).value()).isEqualTo("Left Hand");
        assertThat(values(find(content, "9992C0000X"), "section")).containsExactly("Non-Individual");
    }

    @Test
    void olderFilesHaveFewerColumnsAndOtherEncodings() {
        String old = "Code,Type,Classification,Specialization,Definition,Notes\n"
                + "9990A0000X,Weavers,Weaver,,D,N\n9990AL001X,Weavers,Weaver,M\u00e9tier,D,N\n";
        ReleaseContent content = read(new TextFile("nucc_taxonomy_091.csv", old.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(content.identity().version()).isEqualTo("09.1".replaceFirst("^0", ""));
        assertThat(find(content, "9990AL001X").display()).isEqualTo("Weaver, M\u00e9tier");
        assertThat(content.notes()).anyMatch(note -> note.contains("Windows-1252"));
    }

    @Test
    void aFileThatIsNotWhatItClaimsIsRefusedWithItsLine() {
        assertRefused(
                () -> read(HEADER + ROWS + "9992C0000X,Mills,Mill,,,,Mill,Non-Individual\n"), ":7", "stands twice");
        assertRefused(() -> read(HEADER + "9992C0000X,Mills,Mill\n"), ":2", "the line is cut");
        assertRefused(() -> read(HEADER + "12345,Mills,Mill,,,,Mill,Non-Individual\n"), ":2", "'12345' is no code");
        assertRefused(() -> read("Code,Classification,Specialization\nx,y,z\n"), ":1", "Definition is missing");
        assertRefused(() -> read(HEADER + "\"9992C0000X,Mills"), "no CSV");
        assertRefused(() -> read("a,b\n"), "no taxonomy here");
        TextFile file = new TextFile("nucc_taxonomy_311.csv", (HEADER + ROWS).getBytes(UTF_8));
        assertRefused(
                () -> READER.read(List.of(file), ReleaseOptions.NONE.withVersion("30.0"), ReadingProgress.NONE),
                "its name says 31.1");
    }

    private static ReleaseContent read(String csv) {
        return read(new TextFile("nucc_taxonomy_311.csv", csv.getBytes(UTF_8)));
    }

    private static ReleaseContent read(TextFile file) {
        return Concepts.read(READER, file);
    }
}
