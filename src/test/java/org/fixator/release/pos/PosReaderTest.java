package org.fixator.release.pos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.release.Concepts.assertRefused;
import static org.fixator.release.Concepts.find;
import static org.fixator.release.Concepts.system;

import org.fixator.release.Concepts;
import org.fixator.release.OfficialFiles;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.TextFile;
import org.junit.jupiter.api.Test;

class PosReaderTest {

    private static final PosReader READER = new PosReader();
    private static final String URL =
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    private static final String HEAD = "{\"resourceType\":\"CodeSystem\",\"url\":\"" + URL
            + "\",\"version\":\"20310101\",\"content\":\"complete\",\"concept\":[";

    @Test
    void theCodeSystemIsReadWithItsDefinitions() {
        ReleaseContent content = read(HEAD + "{\"code\":\"97\",\"display\":\"Mill\",\"definition\":\"A mill.\"}]}");
        assertThat(content.identity().version()).isEqualTo("20310101");
        assertThat(find(content, "97").display()).isEqualTo("Mill");
        assertThat(find(content, "97").definition()).isEqualTo("A mill.");
    }

    @Test
    void whatIsNotTheCodeSystemIsRefused() {
        assertRefused(() -> read(HEAD + "{\"code\":\"97\",\"display\":\"Mill\"}"), "pos.json:1", "not JSON");
        assertRefused(() -> read(HEAD + "{\"code\":\"9\",\"display\":\"Mill\"}]}"), "'9' is no code");
        String mill = "{\"code\":\"97\",\"display\":\"Mill\"}";
        assertRefused(() -> read(HEAD + mill + "," + mill + "]}"), "97 stands twice");
        assertRefused(() -> read(HEAD.replace("complete", "fragment") + mill + "]}"), "does not hold all codes");
        assertRefused(
                () -> read("{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org\"}"), "no CodeSystem of");
    }

    @Test
    void theOfficialCodesComeWithTheirValueSet() {
        ReleaseContent content = READER.read(OfficialFiles.open("cms-pos"), ReleaseOptions.NONE, ReadingProgress.NONE);
        assertThat(system(content).size()).isEqualTo(52);
        assertThat(content.identity().version()).isEqualTo("20240502");
        assertThat(find(content, "11").display()).isEqualTo("Office");
        assertThat(content.resources()).extracting(PackagedResource::type).containsExactly("ValueSet");
    }

    private static ReleaseContent read(String json) {
        return Concepts.read(READER, new TextFile("pos.json", json.getBytes(UTF_8)));
    }
}
