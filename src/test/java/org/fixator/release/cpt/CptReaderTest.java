package org.fixator.release.cpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Designation;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SampleFile;
import org.junit.jupiter.api.Test;

/** Invented codes and texts in the published layouts. */
class CptReaderTest {

    private static final ReleaseFile LONG = SampleFile.of(
            "LONGULT.txt",
            "Sample of CPT 2026 as laid out by the American Medical Association",
            "",
            "Z0001\tFitting of an invented frame to an imaginary limb, first hour",
            "Z0002\tFitting of an invented frame, each further hour",
            "Z001F\tInvented measure");
    private static final ReleaseFile MEDIUM = SampleFile.of(
            "MEDU.txt", "notice", "Z0001 FITTING INVENTED FRAME IMAGINARY LIMB 1ST HOUR", "Z0002 EACH HOUR");
    private static final ReleaseFile SHORT = SampleFile.of("SHORTU.txt", "Z0001 Fit invented frame", "Z0002 Each hour");
    private static final ReleaseFile MODIFIERS = SampleFile.of(
            "AppendixA.txt",
            "Appendix A",
            "Modifiers",
            "22 Own words for more work: Said where the outpatient work was",
            "  far more than usual.",
            "52 Own words for less work",
            "Anesthesia Physical Status Modifiers",
            "P1 Own words for a healthy patient",
            "Category II Modifiers",
            "1P Own words for an excluded measure",
            "Modifiers Approved for Ambulatory Surgery Center Hospital Outpatient Use",
            "52 Own words for less work");

    private final CptReader reader = new CptReader();

    private ReleaseContent read(ReleaseFile... files) {
        return reader.read(List.of(files), ReleaseOptions.NONE.withLicenceAccepted(), ReadingProgress.NONE);
    }

    private static Concept concept(ReleaseContent content, String code) {
        return Objects.requireNonNull(content.codeSystems().get(0).find(code), code);
    }

    @Test
    void readsDescriptionsWithTheirShorterForms() {
        ReleaseContent content = read(SHORT, LONG, MEDIUM);
        assertThat(content.identity().version()).isEqualTo("2026");
        assertThat(content.identity().notice()).contains("© Copyright 2026 American Medical Association");
        TableCodeSystem table = content.codeSystems().get(0);
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.description().copyright()).isEqualTo(content.identity().notice());
        Concept concept = concept(content, "Z0001");
        assertThat(concept.display()).startsWith("Fitting of an invented frame to");
        assertThat(concept.designations())
                .extracting(Designation::value)
                .containsExactlyInAnyOrder("Fit invented frame", "FITTING INVENTED FRAME IMAGINARY LIMB 1ST HOUR");
        assertThat(content.notes()).anyMatch(note -> note.contains("no modifiers"));
    }

    @Test
    void joinsThePiecesOfFixedRecords() {
        ReleaseContent content = read(SampleFile.of(
                "LONGULF.txt",
                "CPT 2001 sample of the American Medical Association",
                "Z000101 Fitting of an invented frame to an",
                "Z000102 imaginary limb",
                "Z000201 Another"));
        assertThat(content.identity().version()).isEqualTo("2001");
        assertThat(concept(content, "Z0001").display()).isEqualTo("Fitting of an invented frame to an imaginary limb");
    }

    @Test
    void readsModifiersWithTheirKinds() {
        ReleaseContent content = read(LONG, MODIFIERS);
        TableCodeSystem table = content.codeSystems().get(0);
        assertThat(concept(content, "22").definition())
                .isEqualTo("Said where the outpatient work was far more than usual.");
        assertThat(table.filter(new PropertyFilter("modifier", "=", "true")).size())
                .isEqualTo(4);
        assertThat(table.filter(new PropertyFilter("kind", "=", "cat-2")).size())
                .isEqualTo(2);
        assertThat(table.filter(new PropertyFilter("kind", "=", "cat-1"))
                        .iterator(0)
                        .next()
                        .code())
                .isEqualTo("52");
        assertThat(table.filter(new PropertyFilter("kind", "in", "physical-status,general"))
                        .size())
                .isEqualTo(3);
    }

    @Test
    void readsListsOfCodes() {
        ReleaseContent content = read(LONG, SampleFile.of("AppendixP.txt", "Codes for telemedicine", "Z0002"));
        TableCodeSystem table = content.codeSystems().get(0);
        assertThat(table.filter(new PropertyFilter("telemedicine", "=", "true")).size())
                .isEqualTo(1);
    }

    @Test
    void refusesWithoutTheLicence() {
        assertThatThrownBy(() -> reader.read(List.of(LONG), ReleaseOptions.NONE, ReadingProgress.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("licence");
    }

    @Test
    void refusesWhatDoesNotFitWithItsLine() {
        assertThatThrownBy(() -> read(SampleFile.of("a.txt", "code;text", "Z0001;x")))
                .hasMessageContaining("none of the layouts");
        assertThatThrownBy(() -> read(SampleFile.of("a.txt", "Z0001\tone", "Z0001\ttwo")))
                .hasMessageContaining("needed");
        assertThatThrownBy(() -> read(SampleFile.of("a.txt", "CPT 2026", "Z0001\tone", "Z0001\ttwo")))
                .hasMessage("a.txt:3: the code 'Z0001' stands a second time");
        assertThatThrownBy(() -> read(SampleFile.of("a.txt", "CPT 2026", "Z0001\tone", "Z00")))
                .hasMessageContaining("a.txt:3");
        assertThatThrownBy(() -> read(SampleFile.of("a.txt", "CPT 2026", "Z000101 one", "Z000103 three")))
                .hasMessageContaining("a.txt:3: piece 3");
        assertThatThrownBy(() -> read(LONG, SampleFile.of("SHORTU.txt", "Z0009 Unknown")))
                .hasMessage("SHORTU.txt:1: there is no code 'Z0009' in the release");
        assertThatThrownBy(() -> read(SampleFile.of("SHORTU.txt", "CPT 2026", "Z0001 Fit")))
                .hasMessageContaining("long descriptions are missing");
        assertThatThrownBy(() -> reader.read(
                        List.of(LONG),
                        ReleaseOptions.NONE.withLicenceAccepted().withVersion("2025"),
                        ReadingProgress.NONE))
                .hasMessageContaining("it says that it is CPT 2026");
    }

    @Test
    void recognisesItsFilesByTheirLines() {
        assertThat(reader.recognises(FileHead.of(LONG))).isTrue();
        assertThat(reader.recognises(FileHead.of(SampleFile.of("x.txt", "a,b", "1,2"))))
                .isFalse();
    }
}
