package org.fixator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the image without building it. */
class DockerfileTest {
    private static final Path FILE = Path.of("docker", "Dockerfile");
    private static final Set<String> KNOWN =
            Set.of("FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT");

    /** A line of the file, with those that it is continued on. */
    private record Instruction(String word, String arguments) {
        boolean is(String name) {
            return word.equals(name);
        }
    }

    private static List<Instruction> instructions() throws IOException {
        String text = Files.readString(FILE).replaceAll("(?m)^\\s*#.*\\n", "").replaceAll("\\\\\\n\\s*", "");
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(words -> new Instruction(words[0], words[1]))
                .toList();
    }

    /** The instructions of the stage that becomes the image. */
    private static List<Instruction> image() throws IOException {
        List<Instruction> stage = new ArrayList<>();
        for (Instruction instruction : instructions()) {
            if (instruction.is("FROM")) {
                stage.clear();
            }
            stage.add(instruction);
        }
        return stage;
    }

    private static List<String> arguments(List<Instruction> instructions, String word) {
        return instructions.stream()
                .filter(instruction -> instruction.is(word))
                .map(Instruction::arguments)
                .toList();
    }

    @Test
    void hasKnownInstructionsOnly() throws IOException {
        assertThat(instructions()).isNotEmpty().allSatisfy(instruction -> assertThat(KNOWN)
                .contains(instruction.word()));
    }

    @Test
    void fetchesNothingButItsBaseImagesAndWhatMavenNeeds() throws IOException {
        assertThat(Files.readString(FILE)).doesNotContain("http://", "https://", "apt-get", "curl", "wget");
    }

    @Test
    void buildsOnTheLanguageLevelAndRunsOnANewerJre() throws IOException {
        assertThat(arguments(instructions(), "FROM"))
                .containsExactly("eclipse-temurin:17-jdk AS build", "eclipse-temurin:25-jre");
    }

    @Test
    void runsAsAUserThatIsNotRootAndIsKnownByNumber() throws IOException {
        assertThat(arguments(image(), "USER")).singleElement().satisfies(user -> assertThat(Integer.parseInt(user))
                .isPositive());
        assertThat(image().stream().map(Instruction::word).toList())
                .as("nothing is run as root after the user is set")
                .containsSubsequence("RUN", "USER", "ENTRYPOINT")
                .last()
                .isEqualTo("ENTRYPOINT");
    }

    @Test
    void tellsItsHealth() throws IOException {
        assertThat(arguments(image(), "HEALTHCHECK")).singleElement().satisfies(check -> assertThat(check)
                .contains("/opt/fixator/bin/healthcheck"));
        assertThat(Files.readString(Path.of("docker", "healthcheck"))).contains("GET /health/ready");
    }

    @Test
    void listensForOthersAndKeepsItsDataInAVolume() throws IOException {
        assertThat(arguments(image(), "ENV")).singleElement().satisfies(environment -> assertThat(environment)
                .contains("FIXATOR_BIND=0.0.0.0", "FIXATOR_DATA=/data"));
        assertThat(arguments(image(), "VOLUME")).containsExactly("/data");
    }

    @Test
    void readsTheCacheThatTheTrainingWrites() throws IOException {
        String entryPoint = arguments(image(), "ENTRYPOINT").get(0);
        String training = Files.readString(Path.of("docker", "train"));
        assertThat(entryPoint).contains("-XX:AOTCache=/opt/fixator/fixator.aot");
        assertThat(training).contains("-XX:AOTCacheOutput=\"$folder/fixator.aot\"");
        String collector = Pattern.compile("-XX:\\+Use\\w+GC")
                .matcher(entryPoint)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(training).as("the collector of the training").contains(collector);
    }

    @Test
    void copiesFilesThatExistAndCanBeRun() throws IOException {
        for (String copy : arguments(instructions(), "COPY")) {
            if (!copy.startsWith("--from")) {
                String[] words = copy.split(" ");
                assertThat(Arrays.asList(words).subList(0, words.length - 1))
                        .allSatisfy(source -> assertThat(Path.of(source)).exists());
            }
        }
        for (String script : List.of("request", "healthcheck", "train")) {
            assertThat(Path.of("docker", script)).isExecutable();
        }
    }
}
