package org.fixator.conceptmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.conceptmap.MapGroup.Unmapped;
import org.fixator.index.ImageException;
import org.junit.jupiter.api.Test;

class ConceptMapImageTest {

    private static final int TAIL = 24;

    @Test
    void whatIsReadTranslatesAsWhatWasWritten() {
        for (int seed = 0; seed < 20; seed++) {
            CompiledConceptMap map = random(new Random(seed), seed * 13);
            assertSame(map, ConceptMapImage.read(ByteBuffer.wrap(image(map))));
        }
    }

    @Test
    void whatIsDerivedIsComputedWhereItIsOfAnotherFormat() {
        CompiledConceptMap map = random(new Random(5), 200);
        byte[] image = image(map);
        ByteBuffer patched = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        patched.putInt(image.length - TAIL + 4, 99);
        CRC32C checksum = new CRC32C();
        checksum.update(image, 0, image.length - TAIL + 8);
        patched.putInt(image.length - TAIL + 8, (int) checksum.getValue());
        assertSame(map, ConceptMapImage.read(ByteBuffer.wrap(image)));
    }

    @Test
    void aDamagedImageIsRecognised() {
        byte[] image = image(random(new Random(5), 50));
        image[image.length / 2] ^= 1;
        assertThrows(ImageException.class, () -> ConceptMapImage.read(ByteBuffer.wrap(image)));
    }

    private static byte[] image(CompiledConceptMap map) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConceptMapImage.write(map, out);
        return out.toByteArray();
    }

    private static void assertSame(CompiledConceptMap expected, CompiledConceptMap actual) {
        assertEquals(expected.header(), actual.header());
        assertEquals(expected.groups(), actual.groups());
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < 300; i++) {
            assertEquals(expected.from("S" + i), actual.from("S" + i));
            assertEquals(expected.to("T" + i), actual.to("T" + i));
        }
    }

    private static CompiledConceptMap random(Random random, int size) {
        List<MapElement> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<MapTarget> targets = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                targets.add(target(random));
            }
            elements.add(new MapElement("S" + i, "Source é " + i, random.nextInt(8) == 0, targets));
        }
        MapGroup group = new MapGroup(
                new Canonical("http://example.org/s", "1"),
                new Canonical("http://example.org/t", null),
                elements,
                new Unmapped("fixed", "U", null, null, Relationship.EQUIVALENT));
        return CompiledConceptMap.of(new ConceptMapDefinition(
                Canonical.parse("http://example.org/map|1"),
                "map",
                "active",
                "http://example.org/vs",
                null,
                random.nextBoolean() ? "mind" : null,
                List.of(group),
                List.of(new Extension("http://example.org/e", null, "{}"))));
    }

    private static MapTarget target(Random random) {
        boolean plain = random.nextBoolean();
        Relationship[] all = Relationship.values();
        return new MapTarget(
                "T" + random.nextInt(50),
                random.nextBoolean() ? "Target" : null,
                all[random.nextInt(all.length)],
                plain ? null : "a comment",
                plain ? List.of() : List.of(new DependsOn("side", "valueString", "left", null)),
                plain ? List.of() : List.of(new DependsOn("with", "valueCoding", "q", Coding.of("http://q", "q"))),
                plain ? List.of() : List.of(Property.of("combination", PropertyType.BOOLEAN, "true")));
    }
}
