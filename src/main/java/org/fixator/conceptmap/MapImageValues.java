package org.fixator.conceptmap;

import java.util.List;
import org.fixator.codesystem.ImageValues;
import org.fixator.conceptmap.CompiledConceptMap.Group;
import org.fixator.conceptmap.MapGroup.Unmapped;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.Section;

/** The parts of a concept map that are no arrays, as sections of an image. */
final class MapImageValues {

    private MapImageValues() {}

    static void writeHeader(ImageOutput out, ConceptMapDefinition header) {
        out.section(Section.MAP_HEADER);
        out.optional(header.canonical(), ImageValues::writeCanonical);
        out.text(header.id());
        out.text(header.status());
        out.text(header.sourceScope());
        out.text(header.targetScope());
        out.text(header.message());
        out.list(header.extensions(), ImageValues::writeExtension);
    }

    static ConceptMapDefinition readHeader(ImageInput in) {
        in.section(Section.MAP_HEADER);
        return new ConceptMapDefinition(
                in.optional(ImageValues::readCanonical),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                List.of(),
                in.list(ImageValues::readExtension));
    }

    static void writeGroups(ImageOutput out, List<Group> groups) {
        out.section(Section.MAP_GROUPS);
        out.list(groups, MapImageValues::writeGroup);
    }

    static List<Group> readGroups(ImageInput in) {
        in.section(Section.MAP_GROUPS);
        return in.list(MapImageValues::readGroup);
    }

    private static void writeGroup(ImageOutput out, Group group) {
        out.optional(group.source(), ImageValues::writeCanonical);
        out.optional(group.target(), ImageValues::writeCanonical);
        out.optional(group.unmapped(), MapImageValues::writeUnmapped);
    }

    private static Group readGroup(ImageInput in) {
        return new Group(
                in.optional(ImageValues::readCanonical),
                in.optional(ImageValues::readCanonical),
                in.optional(MapImageValues::readUnmapped));
    }

    private static void writeUnmapped(ImageOutput out, Unmapped unmapped) {
        out.text(unmapped.mode());
        out.text(unmapped.code());
        out.text(unmapped.display());
        out.text(unmapped.url());
        out.optional(unmapped.relationship(), MapImageValues::writeRelationship);
    }

    private static Unmapped readUnmapped(ImageInput in) {
        return new Unmapped(
                in.requiredText(), in.text(), in.text(), in.text(), in.optional(MapImageValues::readRelationship));
    }

    static void writeDetails(ImageOutput out, List<MapTarget> details) {
        out.section(Section.MAP_DETAILS);
        out.list(details, MapImageValues::writeTarget);
    }

    static List<MapTarget> readDetails(ImageInput in) {
        in.section(Section.MAP_DETAILS);
        return in.list(MapImageValues::readTarget);
    }

    private static void writeTarget(ImageOutput out, MapTarget target) {
        out.text(target.code());
        out.text(target.display());
        writeRelationship(out, target.relationship());
        out.text(target.comment());
        out.list(target.dependsOn(), MapImageValues::writeDependsOn);
        out.list(target.products(), MapImageValues::writeDependsOn);
        out.list(target.properties(), ImageValues::writeProperty);
    }

    private static MapTarget readTarget(ImageInput in) {
        return new MapTarget(
                in.text(),
                in.text(),
                readRelationship(in),
                in.text(),
                in.list(MapImageValues::readDependsOn),
                in.list(MapImageValues::readDependsOn),
                in.list(ImageValues::readProperty));
    }

    private static void writeDependsOn(ImageOutput out, DependsOn condition) {
        out.text(condition.attribute());
        out.text(condition.type());
        out.text(condition.value());
        out.optional(condition.coding(), ImageValues::writeCoding);
    }

    private static DependsOn readDependsOn(ImageInput in) {
        return new DependsOn(in.requiredText(), in.requiredText(), in.text(), in.optional(ImageValues::readCoding));
    }

    /** Numbers of relationships, after the names that say what they number. */
    static void writeRelationships(ImageOutput out, byte[] ordinals) {
        out.list(List.of(Relationship.values()), MapImageValues::writeRelationship);
        out.bytes(ordinals);
    }

    @SuppressWarnings("EnumOrdinal") // the numbers are those of the compiled map
    static byte[] readRelationships(ImageInput in) {
        List<Relationship> numbered = in.list(MapImageValues::readRelationship);
        byte[] ordinals = in.bytes();
        for (int i = 0; i < ordinals.length; i++) {
            ordinals[i] = (byte) numbered.get(ordinals[i]).ordinal();
        }
        return ordinals;
    }

    private static void writeRelationship(ImageOutput out, Relationship relationship) {
        out.text(relationship.name());
    }

    private static Relationship readRelationship(ImageInput in) {
        return Relationship.valueOf(in.requiredText());
    }
}
