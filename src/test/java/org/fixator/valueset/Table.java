package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.jspecify.annotations.Nullable;

/** Code systems in few words. Displays are {@code "Display " + code} unless given. */
final class Table {

    private final CodeSystemBuilder builder = new CodeSystemBuilder();
    private final Canonical canonical;
    private ContentMode content = ContentMode.COMPLETE;
    private @Nullable Canonical supplements;
    private @Nullable String status = "active";
    private @Nullable String language;

    private Table(Canonical canonical) {
        this.canonical = canonical;
    }

    /**
     * @param codes a code, {@code parent>code} for a child of a code that stands before it; with {@code !} at its end
     *     for an inactive one, with {@code ?} for an abstract one
     */
    static CodeSystem of(String canonical, String... codes) {
        return named(canonical).codes(codes).build();
    }

    static Table named(String canonical) {
        return new Table(Canonical.parse(canonical));
    }

    static Table supplement(String canonical, String supplements) {
        Table table = named(canonical);
        table.content = ContentMode.SUPPLEMENT;
        table.supplements = Canonical.parse(supplements);
        return table;
    }

    Table content(ContentMode mode) {
        content = mode;
        return this;
    }

    Table status(String code) {
        status = code;
        return this;
    }

    Table language(String tag) {
        language = tag;
        return this;
    }

    Table codes(String... codes) {
        for (String code : codes) {
            String plain = code.replaceAll("^.*>|[!?]$", "");
            int ordinal = builder.add(plain, content == ContentMode.SUPPLEMENT ? null : "Display " + plain);
            if (code.contains(">")) {
                builder.parent(ordinal, builder.find(code.substring(0, code.indexOf('>'))));
            }
            builder.reopen(ordinal);
            if (code.endsWith("!")) {
                builder.property(Property.of("inactive", PropertyType.BOOLEAN, "true"));
            }
            if (code.endsWith("?")) {
                builder.property(Property.of("notSelectable", PropertyType.BOOLEAN, "true"));
            }
            builder.end();
        }
        return this;
    }

    Table code(String code, String display, Designation... designations) {
        builder.reopen(builder.add(code, display));
        List.of(designations).forEach(builder::designation);
        builder.end();
        return this;
    }

    Table parent(String child, String parent) {
        builder.parent(builder.find(child), builder.find(parent));
        return this;
    }

    Table property(String code, String property, String value) {
        builder.reopen(builder.find(code));
        builder.property(Property.of(property, PropertyType.STRING, value));
        builder.end();
        return this;
    }

    Table extension(String code, String url, String value) {
        builder.reopen(builder.find(code));
        builder.extension(new Extension(url, value, "{\"url\":\"" + url + "\"}"));
        builder.end();
        return this;
    }

    CodeSystem build() {
        builder.describe(new CodeSystemDescription(
                canonical,
                null,
                null,
                status,
                false,
                null,
                content,
                true,
                "is-a",
                false,
                false,
                language,
                null,
                supplements,
                null,
                null,
                List.of(
                        new PropertyDefinition("inactive", null, null, PropertyType.BOOLEAN),
                        new PropertyDefinition("notSelectable", null, null, PropertyType.BOOLEAN),
                        new PropertyDefinition("note", "http://example.org/note", null, PropertyType.STRING)),
                List.of(),
                List.of()));
        return builder.build();
    }
}
