package org.fixator.release.loinc;

import static org.fixator.release.SystemHeader.property;
import static org.fixator.release.SystemHeader.wellKnown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.coding.VersionOrder;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseConcepts;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.TableRow;
import org.fixator.release.TextTable;
import org.jspecify.annotations.Nullable;

/** Makes one table of the files of a release. Used once: {@link #read}, then {@link #build}. */
final class LoincTable {

    /** The six axes and the class: properties whose values are parts where the release says which. */
    private static final Set<String> AXES =
            Set.of("COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP", "CLASS");

    /** Columns of the table of terms that are not properties: code, names, definition. */
    private static final Set<String> NO_PROPERTIES = Set.of(
            "LOINC_NUM", "LONG_COMMON_NAME", "SHORTNAME", "DisplayName", "CONSUMER_NAME", "DefinitionDescription");

    private static final String THIRD_PARTY = "EXTERNAL_COPYRIGHT_NOTICE";

    private final Map<LoincFile, List<ReleaseFile>> files;
    private final List<String> notes;
    private final ReadingProgress progress;
    private final ReleaseConcepts concepts = new ReleaseConcepts();
    private final Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
    private final Set<String> linked = new HashSet<>();
    private final Map<String, String> listNames = new HashMap<>();
    private @Nullable String newest;

    LoincTable(Map<LoincFile, List<ReleaseFile>> files, List<String> notes, ReadingProgress progress) {
        this.files = files;
        this.notes = notes;
        this.progress = progress;
        declare("inactive", wellKnown("inactive", PropertyType.BOOLEAN, "Whether the term is deprecated"));
        declare(
                "copyright",
                property("copyright", PropertyType.CODE, "LOINC, or 3rdParty for terms with a notice of others"));
    }

    /** The version of the newest change of a term; {@code null} where none is told. */
    @Nullable
    String newest() {
        return newest;
    }

    void read() {
        each(LoincFile.PART_LINKS, row -> linked.add(row.required("LoincNumber") + " " + axis(row)));
        each(LoincFile.TERMS, this::term);
        each(LoincFile.PARTS, this::part);
        each(LoincFile.PART_LINKS, this::partLink);
        each(LoincFile.ANSWER_LISTS, this::answer);
        each(LoincFile.ANSWER_LIST_LINKS, this::answerListLink);
        each(LoincFile.GROUPS, this::group);
        each(LoincFile.GROUP_TERMS, this::groupTerm);
        each(LoincFile.PANELS, this::panelItem);
        each(LoincFile.MAP_TO, row -> reference(row, "LOINC", "MAP_TO", row.required("MAP_TO"), row.get("COMMENT")));
        each(LoincFile.HIERARCHY, this::position);
        each(LoincFile.CONSUMER_NAMES, row -> name(row, row.get("ConsumerName")));
        new LoincVariants(files, concepts, progress, notes).read();
    }

    private void each(LoincFile part, Consumer<TableRow> reader) {
        for (ReleaseFile file : files.getOrDefault(part, List.of())) {
            try (TextTable table = part.open(file, progress)) {
                for (TableRow row = table.next(); row != null; row = table.next()) {
                    reader.accept(row);
                }
            }
        }
    }

    private void declare(String code, PropertyDefinition definition) {
        properties.putIfAbsent(code, definition);
    }

    private void term(TableRow row) {
        String code = row.required("LOINC_NUM");
        int concept = concepts.add(code, row.required("LONG_COMMON_NAME"), row.place());
        concepts.definition(concept, row.get("DefinitionDescription"));
        for (String column : List.of("SHORTNAME", "DisplayName")) {
            concepts.designation(concept, "en-US", new Coding(null, null, column, null), row.get(column));
        }
        row.columns().keySet().forEach(column -> {
            boolean byLink = AXES.contains(column) && linked.contains(code + " " + column);
            if (!byLink && !NO_PROPERTIES.contains(column)) {
                declare(column, property(column, PropertyType.STRING, "Column " + column + " of the table of terms"));
                concepts.property(concept, column, PropertyType.STRING, row.get(column));
            }
        });
        concepts.property(
                concept, "copyright", PropertyType.CODE, row.get(THIRD_PARTY).isEmpty() ? "LOINC" : "3rdParty");
        if (row.get("STATUS").equals("DEPRECATED")) {
            concepts.property(concept, "inactive", PropertyType.BOOLEAN, "true");
        }
        note(row.get("VersionLastChanged"));
        note(row.get("VersionFirstReleased"));
    }

    private void note(String version) {
        if (version.matches("\\d+\\.\\d+")) {
            String before = newest;
            newest = before == null
                            || VersionOrder.of(List.of("natural"), List.of(before, version))
                                            .compare(before, version)
                                    < 0
                    ? version
                    : before;
        }
    }

    private void part(TableRow row) {
        String display = row.get("PartDisplayName");
        int concept = concepts.add(
                row.required("PartNumber"), display.isEmpty() ? row.required("PartName") : display, row.place());
        if (!display.equals(row.get("PartName"))) {
            concepts.designation(concept, "en-US", null, row.get("PartName"));
        }
        text(concept, "PartName", row.get("PartName"), "Name of a part");
        text(concept, "PartTypeName", row.get("PartTypeName"), "Type of a part");
        text(concept, "STATUS", row.get("Status"), "Status");
        if (row.get("Status").equals("DEPRECATED")) {
            concepts.property(concept, "inactive", PropertyType.BOOLEAN, "true");
        }
    }

    private void text(int concept, String name, String value, String description) {
        declare(name, property(name, PropertyType.STRING, description));
        concepts.property(concept, name, PropertyType.STRING, value);
    }

    /** The property is the last piece of a url: {@code http://loinc.org/property/COMPONENT}. */
    private static String axis(TableRow row) {
        String url = row.required("Property");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Several kinds of links may name the same part for the same property; the property has it once. */
    private void partLink(TableRow row) {
        String axis = axis(row);
        int term = concepts.required(row.required("LoincNumber"), row.place());
        concepts.required(row.required("PartNumber"), row.place());
        if (linked.add(row.get("LoincNumber") + " " + axis + " " + row.get("PartNumber"))) {
            coding(term, axis, row.get("PartNumber"), row.get("PartName"), "Part");
        }
    }

    private void coding(int concept, String name, String code, String display, String description) {
        declare(name, property(name, PropertyType.CODING, description));
        concepts.property(
                concept,
                Property.ofCoding(
                        name, new Coding(LoincReader.SYSTEM, null, code, display.isEmpty() ? null : display)));
    }

    /** A row is one answer of a list; answers that another system defines have no code of LOINC. */
    private void answer(TableRow row) {
        String list = row.required("AnswerListId");
        if (listNames.putIfAbsent(list, row.get("AnswerListName")) == null) {
            int concept = concepts.add(list, row.required("AnswerListName"), row.place());
            text(concept, "OID", row.get("AnswerListOID"), "Object identifier of an answer list");
        }
        String code = row.get("AnswerStringId");
        if (code.isEmpty()) {
            return;
        }
        int known = concepts.find(code);
        int answer = known >= 0 ? known : concepts.add(code, row.get("DisplayText"), row.place());
        declare("LIST", property("LIST", PropertyType.CODE, "Answer list that an answer belongs to"));
        concepts.property(answer, "LIST", PropertyType.CODE, list);
        coding(concepts.find(list), "answer", code, row.get("DisplayText"), "Answer of an answer list, in its order");
    }

    private void answerListLink(TableRow row) {
        reference(row, "LoincNumber", "answer-list", row.required("AnswerListId"), row.get("AnswerListName"));
    }

    private void group(TableRow row) {
        if (concepts.find(row.required("GroupId")) < 0) {
            concepts.add(row.get("GroupId"), row.required("Group"), row.place());
        }
    }

    private void groupTerm(TableRow row) {
        int term = concepts.required(row.required("LoincNumber"), row.place());
        declare("group", property("group", PropertyType.CODE, "Group that a term belongs to"));
        concepts.property(term, "group", PropertyType.CODE, row.required("GroupId"));
    }

    /** A row for the panel itself names it as its own parent. */
    private void panelItem(TableRow row) {
        if (!row.required("ParentLoinc").equals(row.required("Loinc"))) {
            reference(row, "ParentLoinc", "panel-item", row.get("Loinc"), row.get("LoincName"));
        }
    }

    private void reference(TableRow row, String from, String name, String code, String display) {
        int concept = concepts.required(row.required(from), row.place());
        concepts.required(code, row.place());
        coding(concept, name, code, display, "Code that " + name + " names");
    }

    private void name(TableRow row, String text) {
        int concept = concepts.required(row.required("LoincNumber"), row.place());
        concepts.designation(concept, "en-US", new Coding(null, null, "ConsumerName", null), text);
    }

    /** Codes that only the hierarchy has are parts that group others; parents stand before their children. */
    private void position(TableRow row) {
        String code = row.required("CODE");
        int known = concepts.find(code);
        if (known < 0 && !code.startsWith("LP")) {
            throw row.refuse("the term '" + code + "' is not in the table of terms");
        }
        int concept = known >= 0 ? known : concepts.add(code, row.get("CODE_TEXT"), row.place());
        String parent = row.get("IMMEDIATE_PARENT");
        if (!parent.isEmpty()) {
            concepts.parent(concept, concepts.required(parent, row.place()));
        }
    }

    TableCodeSystem build(ReleaseIdentity identity, String file) {
        CodeSystemDescription description = new CodeSystemDescription(
                new Canonical(identity.system(), identity.version()),
                "LOINC",
                identity.title(),
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                false,
                files.containsKey(LoincFile.HIERARCHY) ? "is-a" : null,
                false,
                false,
                "en-US",
                "natural",
                null,
                "http://loinc.org/vs",
                identity.notice(),
                List.copyOf(properties.values()),
                List.of(
                        new FilterDefinition("parent", List.of("=", "in")),
                        new FilterDefinition("child", List.of("=", "in")),
                        new FilterDefinition("ancestor", List.of("=")),
                        new FilterDefinition("copyright", List.of("=")),
                        new FilterDefinition("LIST", List.of("=")),
                        new FilterDefinition("answers-for", List.of("="))),
                List.of());
        return concepts.build(description, file);
    }
}
