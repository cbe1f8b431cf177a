package org.fixator.codesystem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.index.CodeDictionary;
import org.fixator.index.Hierarchy;
import org.fixator.index.Ints;
import org.fixator.index.Texts;
import org.fixator.issue.CodeSystemMessages;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the concepts of a code system one after another and freezes them into a {@link TableCodeSystem}. Belongs to one
 * thread and is used once.
 *
 * <p>Concepts nest: between {@link #begin()} and {@link #end()} the other methods speak of the concept begun last, and a
 * concept begun there is its child. Nothing has to come in a particular order: the code may follow the children, the
 * description may come last. A reader of flat files adds concepts by {@link #add} and goes back to one by
 * {@link #reopen}.
 *
 * <pre>{@code
 * CodeSystemBuilder builder = new CodeSystemBuilder();
 * builder.begin();
 * builder.code("A");
 * builder.display("Letter A");
 * builder.add("A1", "First A"); // a child of A
 * builder.end();
 * builder.describe(CodeSystemDescription.of(Canonical.parse("http://example.org/letters|1")));
 * TableCodeSystem letters = builder.build();
 * }</pre>
 *
 * <p>The hierarchy comes from nesting, from {@link #parent}, and from properties that mean parent or child
 * ({@link ConceptProperty}). A concept may have several parents.
 */
public final class CodeSystemBuilder {

    private static final int MAXIMUM_ISSUES = 20;
    private static final int UNPROCESSABLE = 422;

    private final Texts.Builder texts = new Texts.Builder();
    private final CodeDictionary.Builder codes = new CodeDictionary.Builder(texts);
    private final Ints displays = new Ints();
    private final Ints definitions = new Ints();
    private final DesignationTable.Builder designations = new DesignationTable.Builder(texts);
    private final PropertyTable.Builder properties = new PropertyTable.Builder(texts);
    private final ExtensionTable.Builder extensions = new ExtensionTable.Builder();
    private final HierarchyReader hierarchy = new HierarchyReader(codes, properties);
    private final Ints open = new Ints();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private @Nullable CodeSystemDescription description;
    private int depth;
    private int size;

    /** Says what the code system says of itself; may be called at any time, the last call counts. */
    public void describe(CodeSystemDescription whole) {
        description = whole;
    }

    /** Number of concepts begun so far. */
    public int size() {
        return size;
    }

    /**
     * Begins a concept, a child of the concept that is open.
     *
     * @return its ordinal
     */
    public int begin() {
        int ordinal = size++;
        if (depth > 0) {
            hierarchy.add(ordinal, current());
        }
        open.put(depth++, ordinal);
        return ordinal;
    }

    /** Ends the concept begun or reopened last. */
    public void end() {
        if (depth == 0) {
            throw new IllegalStateException("No concept is open");
        }
        depth--;
    }

    /** Goes back to a concept to say more of it; {@link #end()} leaves it again. */
    public void reopen(int ordinal) {
        open.put(depth++, ordinal);
    }

    /** A concept that consists of code and display so far. */
    public int add(String code, @Nullable String display) {
        int ordinal = begin();
        code(code);
        if (display != null) {
            display(display);
        }
        end();
        return ordinal;
    }

    public void code(String code) {
        if (codes.put(current(), code) != CodeDictionary.NONE) {
            duplicates.add(code);
        }
    }

    /**
     * The code that stands in a buffer from {@code from} up to, and without, {@code to}, in UTF-8.
     *
     * @return whether no other concept has it
     */
    public boolean code(byte[] buffer, int from, int to) {
        boolean isNew = codes.put(current(), buffer, from, to) == CodeDictionary.NONE;
        if (!isNew) {
            duplicates.add(new String(buffer, from, to - from, StandardCharsets.UTF_8));
        }
        return isNew;
    }

    /** The display that stands in a buffer, in UTF-8. */
    public void display(byte[] buffer, int from, int to) {
        displays.put(current(), texts.add(buffer, from, to));
    }

    /** A designation that stands in a buffer, in UTF-8. */
    public void designation(@Nullable String language, @Nullable Coding use, byte[] buffer, int from, int to) {
        designations.add(current(), language, use, buffer, from, to, displays.getOrZero(current()));
    }

    public void display(String display) {
        displays.put(current(), texts.add(display));
    }

    public void definition(String definition) {
        definitions.put(current(), texts.add(definition));
    }

    public void designation(Designation designation) {
        designations.add(current(), designation);
    }

    public void property(Property property) {
        properties.add(current(), property);
    }

    /** The number of a property value, by which {@link #property(int)} gives it to many concepts at little cost. */
    public int propertyValue(Property property) {
        return properties.number(property);
    }

    public void property(int value) {
        properties.add(current(), value);
    }

    public void extension(Extension extension) {
        extensions.add(current(), extension);
    }

    /** The display of a concept so far. */
    public @Nullable String displayOf(int ordinal) {
        int address = displays.getOrZero(ordinal);
        return address == Texts.NONE ? null : texts.get(address);
    }

    /** Makes one concept the child of another. */
    public void parent(int child, int parent) {
        hierarchy.add(child, parent);
    }

    /** The ordinal of the code that stands in a buffer; -1 where no concept has it so far. */
    public int find(byte[] buffer, int from, int to) {
        return codes.find(buffer, from, to);
    }

    /** The ordinal of a code, as it is written; -1 where no concept has it so far. */
    public int find(String code) {
        return codes.find(code);
    }

    /**
     * Freezes what was collected.
     *
     * @throws TerminologyException (422) with all that is wrong: concepts without a code, codes that stand twice, a
     *     hierarchy with a cycle, and parents that do not exist. In a fragment, an example or a supplement a parent may be
     *     elsewhere.
     */
    public TableCodeSystem build() {
        CodeSystemDescription described = description;
        if (described == null || depth > 0) {
            throw new IllegalStateException(described == null ? "No description" : "A concept is open");
        }
        String name = described.canonical().toString();
        List<Issue> issues = new ArrayList<>();
        duplicates.forEach(code -> issues.add(CodeSystemMessages.duplicateCode(name, code)));
        reportMissingCodes(name, issues);
        refuseIf(issues);
        hierarchy.read(described, size, issues);
        refuseIf(issues);
        return new TableCodeSystem(described, table(described, frozenHierarchy(name)));
    }

    private ConceptTable table(CodeSystemDescription described, Hierarchy frozen) {
        Texts frozenTexts = texts.freeze();
        PropertyTable propertyTable = properties.freeze(frozenTexts, size, hierarchy.readRows());
        ExtensionTable extensionTable = extensions.freeze(size);
        return new ConceptTable(
                frozenTexts,
                codes.freeze(frozenTexts, size, described.caseSensitive()),
                displays.toArray(size),
                definitions.size() == 0 ? null : definitions.toArray(size),
                designations.freeze(size),
                propertyTable,
                extensionTable,
                frozen,
                ConceptStatus.of(size, propertyTable, extensionTable, described.properties()));
    }

    private Hierarchy frozenHierarchy(String name) {
        try {
            return Hierarchy.of(hierarchy.parents(size));
        } catch (Hierarchy.CycleException e) {
            List<String> cycle = Arrays.stream(e.cycle()).mapToObj(codes::code).toList();
            throw new TerminologyException(List.of(CodeSystemMessages.cycle(name, cycle)), UNPROCESSABLE);
        }
    }

    private void reportMissingCodes(String name, List<Issue> issues) {
        for (int ordinal = 0; ordinal < size && duplicates.isEmpty(); ordinal++) {
            if (!codes.hasCode(ordinal)) {
                int address = displays.getOrZero(ordinal);
                String where = address == Texts.NONE ? "number " + (ordinal + 1) : texts.get(address);
                issues.add(CodeSystemMessages.missingCode(name, where));
            }
        }
    }

    private static void refuseIf(List<Issue> issues) {
        if (!issues.isEmpty()) {
            List<Issue> some = issues.subList(0, Math.min(issues.size(), MAXIMUM_ISSUES));
            throw new TerminologyException(some, UNPROCESSABLE);
        }
    }

    private int current() {
        if (depth == 0) {
            throw new IllegalStateException("No concept is open");
        }
        return open.get(depth - 1);
    }
}
