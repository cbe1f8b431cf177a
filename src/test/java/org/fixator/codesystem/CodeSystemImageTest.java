package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.index.ImageException;
import org.junit.jupiter.api.Test;

class CodeSystemImageTest {

    private static final int TAIL = 24;

    @Test
    void whatIsReadAnswersAsWhatWasWritten() {
        for (int seed = 0; seed < 30; seed++) {
            TableCodeSystem system = random(new Random(seed), seed * 17);
            assertSame(system, CodeSystemImage.read(ByteBuffer.wrap(image(system))), "seed " + seed);
        }
    }

    @Test
    void aPreparedTextIndexComesBackPrepared() {
        TableCodeSystem system = random(new Random(3), 400);
        int unprepared = image(system).length;
        system.prepare();
        byte[] image = image(system);
        assertTrue(image.length > unprepared);
        assertSame(system, CodeSystemImage.read(ByteBuffer.wrap(image)), "prepared");
    }

    @Test
    void whatIsDerivedIsComputedWhereItIsOfAnotherFormat() {
        for (int seed = 0; seed < 10; seed++) {
            TableCodeSystem system = random(new Random(seed), 300);
            system.prepare();
            byte[] image = image(system);
            ByteBuffer patched = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
            patched.putInt(image.length - TAIL + 4, 99);
            seal(image);
            assertSame(system, CodeSystemImage.read(ByteBuffer.wrap(image)), "seed " + seed);
        }
    }

    @Test
    void anImageOfAnotherFormatIsRefusedWithWhatToDo() {
        byte[] image = image(random(new Random(1), 20));
        ByteBuffer patched = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        patched.putInt(8, 0);
        seal(image);
        ImageException refused = assertThrows(ImageException.class, () -> CodeSystemImage.read(ByteBuffer.wrap(image)));
        assertTrue(String.valueOf(refused.getMessage()).contains("older program"), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("import the release again"), refused.getMessage());
    }

    @Test
    void aDamagedImageIsRecognisedWhereverItIsDamaged() {
        byte[] image = image(random(new Random(2), 60));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = image.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            if (!isPadding(image, damaged)) {
                assertThrows(ImageException.class, () -> CodeSystemImage.read(ByteBuffer.wrap(damaged)));
            }
        }
    }

    /** The four bytes of the tail that mean nothing. */
    private static boolean isPadding(byte[] image, byte[] damaged) {
        int at = Arrays.mismatch(image, damaged);
        return at >= image.length - 12 && at < image.length - 8;
    }

    @Test
    void aTruncatedImageIsRecognisedWhereverItEnds() {
        byte[] image = image(random(new Random(2), 60));
        for (int length = 0; length < image.length; length += 7) {
            byte[] cut = Arrays.copyOf(image, length);
            assertThrows(ImageException.class, () -> CodeSystemImage.read(ByteBuffer.wrap(cut)));
        }
    }

    private static void seal(byte[] image) {
        int covered = image.length - TAIL + 8;
        CRC32C checksum = new CRC32C();
        checksum.update(image, 0, covered);
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(covered, (int) checksum.getValue());
    }

    static byte[] image(TableCodeSystem system) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodeSystemImage.write(system, out);
        return out.toByteArray();
    }

    static void assertSame(TableCodeSystem expected, TableCodeSystem actual, String what) {
        assertEquals(expected.description(), actual.description(), what);
        assertEquals(expected.size(), actual.size(), what);
        List<Concept> all = concepts(expected.all());
        List<Concept> read = concepts(actual.all());
        for (int i = 0; i < all.size(); i++) {
            assertSame(all.get(i), read.get(i), what);
            Concept found = actual.find(all.get(i).code());
            assertNotNull(found, what);
            assertEquals(all.get(i).code(), found.code(), what);
            Concept other = all.get((i * 7) % all.size());
            assertEquals(
                    subsumes(expected, all.get(i), other),
                    subsumes(actual, read.get(i), read.get((i * 7) % all.size())),
                    what);
        }
        assertNull(actual.find("no such code"), what);
        assertEquals(Systems.codes(expected.inactive()), Systems.codes(actual.inactive()), what);
        assertEquals(Systems.codes(expected.abstracts()), Systems.codes(actual.abstracts()), what);
        assertEquals(expected.nearest("C1x", Likeness.GUESS), actual.nearest("C1x", Likeness.GUESS), what);
        PropertyFilter filter = new PropertyFilter("colour", "=", "red 1");
        assertEquals(Systems.codes(expected.filter(filter)), Systems.codes(actual.filter(filter)), what);
        assertEquals(
                expected.search("alp 1", expected.all(), 0, 20).concepts().stream()
                        .map(Concept::code)
                        .toList(),
                actual.search("alp 1", actual.all(), 0, 20).concepts().stream()
                        .map(Concept::code)
                        .toList(),
                what);
    }

    private static List<Concept> concepts(ConceptSet set) {
        List<Concept> concepts = new ArrayList<>();
        set.iterator(0).forEachRemaining(concepts::add);
        return concepts;
    }

    private static Subsumption subsumes(TableCodeSystem system, Concept a, Concept b) {
        return system.subsumes(a, b);
    }

    private static void assertSame(Concept expected, Concept actual, String what) {
        assertEquals(expected.code(), actual.code(), what);
        assertEquals(expected.display(), actual.display(), what);
        assertEquals(expected.definition(), actual.definition(), what);
        assertEquals(expected.designations(), actual.designations(), what);
        assertEquals(expected.properties(), actual.properties(), what);
        assertEquals(expected.extensions(), actual.extensions(), what);
        assertEquals(expected.status(), actual.status(), what);
        assertEquals(
                expected.parents().stream().map(Concept::code).toList(),
                actual.parents().stream().map(Concept::code).toList(),
                what);
        assertEquals(
                expected.children().stream().map(Concept::code).toList(),
                actual.children().stream().map(Concept::code).toList(),
                what);
    }

    /** A code system with something of everything that concepts may have. */
    static TableCodeSystem random(Random random, int size) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        for (int i = 0; i < size; i++) {
            int ordinal = builder.add("C" + i, random.nextInt(9) == 0 ? null : "Alpha " + i + " é".repeat(i % 5));
            builder.reopen(ordinal);
            describe(builder, random, i);
            builder.end();
            for (int parents = random.nextInt(3); parents > 0 && i > 0; parents--) {
                builder.parent(ordinal, random.nextInt(i));
            }
        }
        builder.describe(description(random));
        return builder.build();
    }

    private static void describe(CodeSystemBuilder builder, Random random, int i) {
        if (random.nextInt(4) == 0) {
            builder.definition("What " + i + " is");
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            Coding use = random.nextBoolean() ? new Coding("http://example.org/use", "1", "short", "Short") : null;
            List<Extension> extensions = random.nextInt(5) == 0
                    ? List.of(new Extension("http://example.org/x", null, "{\"url\":\"http://example.org/x\"}"))
                    : List.of();
            String status = random.nextInt(6) == 0 ? "deprecated" : null;
            builder.designation(new Designation(
                    random.nextBoolean() ? "de" : null, use, "Name " + random.nextInt(50), status, extensions));
        }
        builder.property(Property.of("colour", PropertyType.STRING, "red " + random.nextInt(4)));
        if (random.nextInt(3) == 0) {
            builder.property(Property.ofCoding("part", new Coding("http://example.org/p", null, "p" + i % 3, null)));
        }
        if (random.nextInt(5) == 0) {
            builder.property(Property.of("inactive", PropertyType.BOOLEAN, "true"));
        }
        if (random.nextInt(5) == 0) {
            builder.property(new Property("notes", PropertyType.STRING, "n", null, "what it means " + i % 2));
        }
        if (random.nextInt(7) == 0) {
            builder.extension(new Extension("http://example.org/e", "v" + i, "{\"valueString\":\"v\"}"));
        }
    }

    private static CodeSystemDescription description(Random random) {
        return new CodeSystemDescription(
                new Canonical("http://example.org/random", random.nextBoolean() ? "1" : null),
                random.nextBoolean() ? "Random" : null,
                "Random é",
                "active",
                random.nextBoolean(),
                random.nextBoolean() ? "draft" : null,
                ContentMode.COMPLETE,
                random.nextBoolean(),
                "is-a",
                random.nextBoolean(),
                random.nextBoolean(),
                "en",
                random.nextBoolean() ? "natural" : null,
                random.nextBoolean() ? new Canonical("http://example.org/other", null) : null,
                "http://example.org/random/vs",
                "© nobody",
                List.of(new PropertyDefinition("colour", null, "A colour", PropertyType.STRING)),
                List.of(new FilterDefinition("colour", List.of("=", "in"))),
                List.of(new Extension("http://example.org/e", "v", "{}")));
    }
}
