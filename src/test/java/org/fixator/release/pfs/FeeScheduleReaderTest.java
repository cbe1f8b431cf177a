package org.fixator.release.pfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.release.SampleFile.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SampleFile;
import org.junit.jupiter.api.Test;

/** Invented codes under the column names of the published file. */
class FeeScheduleReaderTest {

    private static final String[] HEADER = {
        "2024 National Physician Fee Schedule Relative Value File July Release,,,,,,,,,,,",
        "A notice,,,,,,,,,,,",
        ",,,STATUS,WORK,PCTC,GLOB,MULT,BILAT,ASST,CO-,TEAM",
        "HCPCS,MOD,DESCRIPTION,CODE,RVU,IND,DAYS,PROC,SURG,SURG,SURG,SURG",
    };
    private static final ReleaseFile FILE = file(
            "Z0001,,Own words,A,1.00,0,090,2,1,2,1,0",
            "00001,,Own words,A,1.00,3,000,2,0,2,1,0",
            "00002,,\"Own, words\",N,0.00,1,XXX,0,9,9,9,9",
            "00002,26,Own words,N,0.00,1,XXX,0,9,9,9,9");

    private final FeeScheduleReader reader = new FeeScheduleReader();

    private static ReleaseFile file(String... rows) {
        return SampleFile.of("PPRRVU.csv", String.join("\n", HEADER), String.join("\n", rows));
    }

    private static Concept concept(ReleaseContent content, int supplement, String code) {
        return Objects.requireNonNull(content.codeSystems().get(supplement).find(code), code);
    }

    @Test
    void readsIndicatorsIntoSupplementsOfBothSystems() {
        ReleaseContent content = reader.read(List.of(FILE), ReleaseOptions.NONE, ReadingProgress.NONE);
        assertThat(content.identity().version()).isEqualTo("2024-07");
        assertThat(content.identity().to()).isEqualTo(LocalDate.of(2024, 9, 30));
        assertThat(content.codeSystems())
                .extracting(system -> String.valueOf(system.description().supplements()) + " " + system.size())
                .containsExactly(
                        "http://www.ama-assn.org/go/cpt 2",
                        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets 1");
        assertThat(concept(content, 0, "00001").properties())
                .extracting(property -> property.code() + "=" + property.value())
                .containsExactly(
                        "payment-status=A",
                        "global-days=000",
                        "pc-tc=3",
                        "multiple-procedures=2",
                        "bilateral=0",
                        "assistant=2",
                        "co-surgeon=1",
                        "team-surgeon=0");
        assertThat(concept(content, 0, "00001").properties().get(2).description())
                .isEqualTo("technical component only: neither 26 nor TC");
        assertThat(concept(content, 1, "Z0001").display()).isNull();
        assertThat(content.notes().get(0)).startsWith("1 rows");
    }

    @Test
    void readsNamesOfColumnsInOneRow() {
        ReleaseFile plain = SampleFile.of(
                "rvu.csv",
                "hcpcs,mod,description,status_code,pctc_ind,glob_days,mult_proc,bilat_surg,asst_surg,co_surg,team_surg",
                "00001,,Own words,A,3,000,2,0,2,1,0");
        assertThat(read(reader, "2026-01", plain).codeSystems()).hasSize(1);
        assertThatThrownBy(() -> reader.read(List.of(plain), ReleaseOptions.NONE, ReadingProgress.NONE))
                .hasMessageContaining("the version is needed");
    }

    @Test
    void refusesWhatDoesNotFitWithItsLine() {
        assertThatThrownBy(() -> read(reader, "2024-07", file("1,,x,A,1,0,090,2,1,2,1,0")))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("PPRRVU.csv:5: '1' is not a code of CPT or HCPCS");
        assertThatThrownBy(() -> read(reader, "2024-07", file("00001,,x,A")))
                .hasMessageContaining("PPRRVU.csv:5: there are 4 columns where 12 are expected");
        assertThatThrownBy(() -> read(reader, "2024-01", FILE)).hasMessageContaining("it says that it is of 2024-07");
        assertThatThrownBy(() -> read(reader, "2024-07", SampleFile.of("x.csv", "a,b", "1,2")))
                .hasMessageContaining("no row of column names");
        assertThatThrownBy(() -> read(reader, "2024-07", SampleFile.of("x.csv", "HCPCS,MOD,STATUS CODE", "1,2,3")))
                .hasMessageContaining("GLOBDAYS");
    }

    @Test
    void recognisesItsFilesByTheirTitle() {
        assertThat(reader.recognises(FileHead.of(FILE))).isTrue();
    }
}
