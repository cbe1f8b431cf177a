package org.fixator.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.coding.Canonical;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final int CODES = 3_000;

    @Test
    void aVersionThatSharesTextsWithAnotherAnswersAsItDidAlone() {
        TableCodeSystem first = version(2031, "weaver");
        TableCodeSystem second = version(2032, "mender");
        TableCodeSystem third = version(2033, "mender");
        second.prepare();
        TableCodeSystem sharing = second.sharing(first);
        assertSame(second, sharing);
        assertSame(third, third.sharing(sharing));
        assertThat(sharing.absence("A99999").certain()).isTrue();
    }

    @Test
    void itIsWrittenAndReadLikeAnyOther() {
        TableCodeSystem sharing = version(2032, "mender").sharing(version(2031, "weaver"));
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        CodeSystemImage.write(sharing, image);
        assertSame(sharing, CodeSystemImage.read(ByteBuffer.wrap(image.toByteArray())));
    }

    private static void assertSame(TableCodeSystem expected, TableCodeSystem found) {
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.description()).isEqualTo(expected.description());
        for (Concept concept : concepts(expected)) {
            Concept same = Objects.requireNonNull(found.find(concept.code()));
            assertThat(same.display()).isEqualTo(concept.display());
            assertThat(same.definition()).isEqualTo(concept.definition());
            assertThat(same.designations()).isEqualTo(concept.designations());
            assertThat(same.properties()).isEqualTo(concept.properties());
            assertThat(codes(same.parents())).isEqualTo(codes(concept.parents()));
        }
        assertThat(concepts(found.filter(new PropertyFilter("trade", "=", "mender"))))
                .hasSameSizeAs(concepts(expected.filter(new PropertyFilter("trade", "=", "mender"))));
    }

    private static List<Concept> concepts(CodeSystem system) {
        return concepts(system.all());
    }

    private static List<Concept> concepts(ConceptSet set) {
        List<Concept> concepts = new ArrayList<>();
        set.iterator(0).forEachRemaining(concepts::add);
        return concepts;
    }

    private static List<String> codes(List<Concept> concepts) {
        return concepts.stream().map(Concept::code).toList();
    }

    /** Enough codes with long texts to fill more than one page; a few differ between the versions. */
    private static TableCodeSystem version(int year, String trade) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        for (int i = 0; i < CODES; i++) {
            int ordinal = builder.begin();
            builder.code("A" + i);
            String display = "Loom number " + i + (i % 100 == 0 ? " of " + year : "") + " x".repeat(200);
            builder.display(display);
            builder.definition("Definition " + i);
            builder.designation(Designation.of("en", null, i % 2 == 0 ? display : "Loom " + i));
            builder.property(Property.of("trade", PropertyType.STRING, i % 3 == 0 ? trade : "spinner"));
            builder.end();
            if (i > 0) {
                builder.parent(ordinal, i / 2);
            }
        }
        builder.describe(CodeSystemDescription.of(Canonical.parse("http://example.org/looms|" + year)));
        return builder.build();
    }
}
