package org.fixator.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Property;

/** What tests of readers ask of the concepts that were read. */
public final class Concepts {

    private Concepts() {}

    public static ReleaseContent read(ReleaseReader reader, ReleaseFile... files) {
        return reader.read(Arrays.asList(files), ReleaseOptions.NONE, ReadingProgress.NONE);
    }

    public static TableCodeSystem system(ReleaseContent content) {
        return content.codeSystems().get(0);
    }

    public static Concept find(ReleaseContent content, String code) {
        Concept concept = system(content).find(code);
        assertThat(concept).as(code).isNotNull();
        return Objects.requireNonNull(concept);
    }

    public static List<String> parents(Concept concept) {
        return concept.parents().stream().map(Concept::code).toList();
    }

    public static List<String> values(Concept concept, String property) {
        return concept.properties().stream()
                .filter(p -> p.code().equals(property))
                .map(Property::value)
                .toList();
    }

    /** Expects a refusal whose message has these parts. */
    public static void assertRefused(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading).isInstanceOf(ReleaseException.class).hasMessageContainingAll(parts);
    }
}
