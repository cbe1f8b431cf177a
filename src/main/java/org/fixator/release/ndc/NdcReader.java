package org.fixator.release.ndc;

import static org.fixator.release.SystemHeader.property;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseConcepts;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.fixator.release.SystemHeader;
import org.fixator.release.TableRow;
import org.fixator.release.TextTable;
import org.fixator.release.TextTable.Format;
import org.jspecify.annotations.Nullable;

/**
 * Reads the NDC directory from the FDA's text files: products, and packages as their children. A code that the FDA lists for
 * several products (it happens: one for each period of marketing) is one concept with the names of all of them.
 */
public final class NdcReader implements ReleaseReader {

    private static final String SYSTEM = "http://hl7.org/fhir/sid/ndc";
    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final List<String> PRODUCT = List.of(
            "PRODUCTID", "PRODUCTNDC", "PROPRIETARYNAME", "NONPROPRIETARYNAME", "DOSAGEFORMNAME", "LABELERNAME");
    private static final List<String> PACKAGE =
            List.of("PRODUCTID", "PRODUCTNDC", "NDCPACKAGECODE", "PACKAGEDESCRIPTION");

    /** Columns that become properties as they stand; several values in one cell are told apart by a semicolon. */
    private static final List<Column> COLUMNS = List.of(
            new Column("PRODUCTTYPENAME", "product-type", "Kind of product, as the FDA lists it"),
            new Column("DOSAGEFORMNAME", "dosage-form", "Dosage form"),
            new Column("ROUTENAME", "route", "Route of administration"),
            new Column("MARKETINGCATEGORYNAME", "marketing-category", "Marketing category"),
            new Column("APPLICATIONNUMBER", "application-number", "Number of the application or monograph"),
            new Column("LABELERNAME", "labeler", "Company that the labeler code belongs to"),
            new Column("SUBSTANCENAME", "substance", "Active ingredient"),
            new Column("PHARM_CLASSES", "pharmacologic-class", "Pharmacologic classes"),
            new Column("DEASCHEDULE", "dea-schedule", "Schedule of the Drug Enforcement Administration"),
            new Column(
                    "NDC_EXCLUDE_FLAG",
                    "excluded",
                    "Whether the FDA excludes the code from its directory (Y, N, E, U, I)"),
            new Column("SAMPLE_PACKAGE", "sample", "Whether the package is a sample (Y, N)"));

    private static final List<PropertyDefinition> PROPERTIES = properties();

    private record Column(String name, String property, String description) {}

    private static List<PropertyDefinition> properties() {
        List<PropertyDefinition> properties = new ArrayList<>();
        properties.add(property("code-type", PropertyType.CODE, "product or package"));
        properties.add(property(
                "ndc11", PropertyType.STRING, "The code with eleven digits (of a product: nine), without hyphens"));
        for (Column column : COLUMNS) {
            properties.add(property(column.property(), PropertyType.STRING, column.description()));
        }
        properties.add(property("strength", PropertyType.STRING, "Strength of the active ingredients, in their order"));
        properties.add(property("marketing-start", PropertyType.DATE_TIME, "First day of marketing"));
        properties.add(property("certified-through", PropertyType.DATE_TIME, "Day to which the listing is certified"));
        properties.add(new PropertyDefinition(
                "marketing-end",
                "http://hl7.org/fhir/concept-properties#retirementDate",
                "Last day of marketing; the code is inactive from then on",
                PropertyType.DATE_TIME));
        return List.copyOf(properties);
    }

    @Override
    public String kind() {
        return "ndc";
    }

    @Override
    public String summary() {
        return "National Drug Code directory, the FDA's product.txt and package.txt";
    }

    @Override
    public boolean recognises(FileHead head) {
        List<String> header = TextTable.header(head, Format.TABS);
        return header.containsAll(PRODUCT) || header.containsAll(PACKAGE);
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        Reading reading = new Reading(progress);
        ReleaseFile products = only(files, PRODUCT, "products (PRODUCTID, PRODUCTNDC, PROPRIETARYNAME)");
        ReleaseFile packages = only(files, PACKAGE, "packages (NDCPACKAGECODE, PACKAGEDESCRIPTION)");
        if (products == null) {
            throw new ReleaseException(
                    files.isEmpty() ? "ndc" : files.get(0).name(),
                    "the file of products is missing: no file has its header");
        }
        reading.products(products);
        if (packages == null) {
            reading.notes.add("There are no packages: their file was not given.");
        } else {
            reading.packages(packages);
        }
        ReleaseIdentity identity = identity(products.name(), options.version());
        SystemHeader header = new SystemHeader(identity, "NDC", ContentMode.COMPLETE, "grouped-by", "date", PROPERTIES);
        if (reading.repeated > 0) {
            reading.notes.add(reading.repeated + " listings are of a code that is listed more than once.");
        }
        return new ReleaseContent(
                identity,
                List.of(reading.concepts.build(header.description(), products.name())),
                List.of(),
                List.of(),
                reading.notes);
    }

    private static @Nullable ReleaseFile only(List<ReleaseFile> files, List<String> header, String what) {
        ReleaseFile found = null;
        for (ReleaseFile file : files) {
            if (TextTable.header(FileHead.of(file), Format.TABS).containsAll(header)) {
                if (found != null) {
                    throw new ReleaseException(file.name(), "there is another file of " + what + ": " + found.name());
                }
                found = file;
            }
        }
        return found;
    }

    /** The files do not say of which day they are. */
    private static ReleaseIdentity identity(String file, @Nullable String version) {
        if (version == null) {
            throw new ReleaseException(
                    file, "the files do not say of which day they are: the version is needed, as a date");
        }
        try {
            LocalDate day = LocalDate.parse(version);
            return new ReleaseIdentity(
                    "ndc",
                    SYSTEM,
                    version,
                    "National Drug Code Directory of " + version,
                    day,
                    null,
                    "US Food and Drug Administration, public domain",
                    null);
        } catch (DateTimeException e) {
            throw new ReleaseException(
                    file, "'" + version + "' is not a version of NDC, which is a date such as 2026-01-31", e);
        }
    }

    /** One call of {@link #read}. */
    private static final class Reading {

        private final ReleaseConcepts concepts = new ReleaseConcepts();
        private final List<String> notes = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final ReadingProgress progress;
        private int repeated;

        Reading(ReadingProgress progress) {
            this.progress = progress;
        }

        void products(ReleaseFile file) {
            try (TextTable table = TextTable.withHeader(file, Format.TABS, CHARSET, PRODUCT, progress)) {
                for (TableRow row = table.next(); row != null; row = table.next()) {
                    product(row);
                }
            }
        }

        private void product(TableRow row) {
            if (!ids.add(row.required("PRODUCTID"))) {
                throw row.refuse("the product '" + row.get("PRODUCTID") + "' stands a second time");
            }
            String name = joined(" ", row.get("PROPRIETARYNAME"), row.get("PROPRIETARYNAMESUFFIX"));
            String generic = row.get("NONPROPRIETARYNAME");
            String strength = strength(row);
            String display = joined(", ", name.isEmpty() ? generic : name, row.get("DOSAGEFORMNAME"), strength);
            int concept = concept(row, "PRODUCTNDC", "product", display);
            if (concept < 0) {
                return;
            }
            concepts.designation(concept, "en-US", null, name);
            if (!generic.equalsIgnoreCase(name)) {
                concepts.designation(concept, "en-US", null, generic);
            }
            concepts.property(concept, "strength", PropertyType.STRING, strength);
            details(concept, row);
        }

        void packages(ReleaseFile file) {
            try (TextTable table = TextTable.withHeader(file, Format.TABS, CHARSET, PACKAGE, progress)) {
                for (TableRow row = table.next(); row != null; row = table.next()) {
                    int product = concepts.required(row.required("PRODUCTNDC"), row.place());
                    int concept = concept(row, "NDCPACKAGECODE", "package", row.required("PACKAGEDESCRIPTION"));
                    if (concept >= 0) {
                        concepts.parent(concept, product);
                        details(concept, row);
                    }
                }
            }
        }

        /** A new concept; of a code that is listed already only the name is kept, and -1 is given. */
        private int concept(TableRow row, String column, String type, String display) {
            String code = row.required(column);
            NdcCode ndc = NdcCode.read(code);
            if (ndc == null || (ndc.pack() == null) != type.equals("product")) {
                throw row.refuse("'" + code + "' is not the National Drug Code of a " + type);
            }
            int known = concepts.find(code);
            if (known >= 0) {
                repeated++;
                concepts.designation(known, "en-US", null, display);
                return -1;
            }
            int concept = concepts.add(code, display, row.place());
            concepts.property(concept, "code-type", PropertyType.CODE, type);
            concepts.property(concept, "ndc11", PropertyType.STRING, ndc.digits());
            return concept;
        }

        private void details(int concept, TableRow row) {
            for (Column column : COLUMNS) {
                for (String value : row.get(column.name()).split(";", -1)) {
                    concepts.property(concept, column.property(), PropertyType.STRING, value.strip());
                }
            }
            date(concept, "marketing-start", row, "STARTMARKETINGDATE");
            date(concept, "marketing-end", row, "ENDMARKETINGDATE");
            date(concept, "certified-through", row, "LISTING_RECORD_CERTIFIED_THROUGH");
        }

        private void date(int concept, String property, TableRow row, String column) {
            String text = row.get(column);
            if (text.isEmpty()) {
                return;
            }
            if (!text.matches("\\d{8}")) {
                throw row.refuse("'" + text + "' in the column " + column + " is not a date (YYYYMMDD)");
            }
            String date = text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
            concepts.property(concept, property, PropertyType.DATE_TIME, date);
        }

        /** Numbers and units of several ingredients stand in the same order in two columns. */
        private static String strength(TableRow row) {
            String[] numbers = row.get("ACTIVE_NUMERATOR_STRENGTH").split(";", -1);
            String[] units = row.get("ACTIVE_INGRED_UNIT").split(";", -1);
            List<String> strengths = new ArrayList<>();
            for (int i = 0; i < numbers.length && !numbers[i].isBlank(); i++) {
                strengths.add(joined(" ", numbers[i].strip(), i < units.length ? units[i].strip() : ""));
            }
            return String.join("; ", strengths);
        }

        private static String joined(String separator, String... parts) {
            List<String> present = new ArrayList<>();
            for (String part : parts) {
                if (!part.isEmpty()) {
                    present.add(part);
                }
            }
            return String.join(separator, present);
        }
    }
}
