package org.fixator.release.pfs;

import static org.fixator.release.SystemHeader.property;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
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
import org.fixator.release.TableRow;
import org.fixator.release.TextTable;
import org.fixator.release.TextTable.Format;
import org.jspecify.annotations.Nullable;

/**
 * Reads the relative value file of the Medicare physician fee schedule (PPRRVU, comma-separated) into two supplements, of CPT
 * and of HCPCS Level II, that apply by default. Rows for a component of a code (26, TC, 53) repeat its indicators and are
 * left out.
 */
public final class FeeScheduleReader implements ReleaseReader {

    private static final String BASE = "https://fixator.example.org/fhir/CodeSystem/cms-physician-fee-schedule-";
    private static final String APPLIED_BY_DEFAULT =
            "https://fixator.example.org/fhir/StructureDefinition/applied-by-default";
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final Pattern TITLE =
            Pattern.compile("(20\\d\\d) National Physician Fee Schedule Relative Value File(?: (\\w+) Release)?.*");
    private static final Pattern VERSION = Pattern.compile("(20\\d\\d)(?:-(01|04|07|10))?");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]\\d{3}[0-9A-Z]");
    private static final List<String> MONTHS = List.of("January", "April", "July", "October");
    private static final int MOST_ROWS_BEFORE = 40;

    @Override
    public String kind() {
        return "pfs";
    }

    @Override
    public String summary() {
        return "Medicare physician fee schedule, CMS's relative value file (PPRRVU csv), as supplements of CPT and"
                + " HCPCS";
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.text().contains("National Physician Fee Schedule Relative Value File")
                && head.text().contains("HCPCS,");
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        if (files.size() != 1) {
            throw new ReleaseException(
                    files.isEmpty() ? "pfs" : files.get(1).name(),
                    "one file is expected: the relative value file (PPRRVU) as csv");
        }
        ReleaseFile file = files.get(0);
        Reading reading = new Reading();
        try (TextTable table = TextTable.unnamed(file, Format.CSV, CHARSET, progress)) {
            reading.header(table, file.name());
            for (TableRow row = table.next(); row != null; row = table.next()) {
                reading.row(row);
            }
        }
        String version = version(file.name(), reading.version, options.version());
        List<TableCodeSystem> supplements = new ArrayList<>();
        if (reading.cpt.size() > 0) {
            supplements.add(reading.cpt.build(describe("cpt", CPT, version), file.name()));
        }
        if (reading.hcpcs.size() > 0) {
            supplements.add(reading.hcpcs.build(describe("hcpcs", HCPCS, version), file.name()));
        }
        if (supplements.isEmpty()) {
            throw new ReleaseException(file.name(), "there is no code in it");
        }
        List<String> notes = List.of(reading.components + " rows for components of codes (26, TC, 53) were left out.");
        return new ReleaseContent(identity(version), supplements, List.of(), List.of(), notes);
    }

    private static String version(String file, @Nullable String stated, @Nullable String asked) {
        if (asked != null && stated != null && !asked.equals(stated)) {
            throw new ReleaseException(file, "it says that it is of " + stated + ", not of " + asked);
        }
        String version = asked == null ? stated : asked;
        if (version == null || !VERSION.matcher(version).matches()) {
            throw new ReleaseException(
                    file,
                    version == null
                            ? "its title does not say of which quarter it is: the version is needed, such as 2026-01"
                            : "'" + version + "' is not a quarter such as 2026-01");
        }
        return version;
    }

    private static ReleaseIdentity identity(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(version);
        }
        int year = Integer.parseInt(matcher.group(1));
        String month = matcher.group(2);
        LocalDate from = LocalDate.of(year, month == null ? 1 : Integer.parseInt(month), 1);
        LocalDate to =
                month == null ? LocalDate.of(year, 12, 31) : from.plusMonths(3).minusDays(1);
        return new ReleaseIdentity(
                "pfs",
                BASE + "cpt",
                version,
                "Medicare Physician Fee Schedule " + version,
                from,
                to,
                "US Centers for Medicare and Medicaid Services; the CPT codes in it are licensed by the AMA",
                null);
    }

    private static CodeSystemDescription describe(String name, String supplemented, String version) {
        List<PropertyDefinition> properties = Arrays.stream(Indicator.values())
                .map(indicator -> property(indicator.property(), PropertyType.CODE, indicator.description()))
                .toList();
        String json = "{\"url\":\"" + APPLIED_BY_DEFAULT + "\",\"valueBoolean\":true}";
        return new CodeSystemDescription(
                new Canonical(BASE + name, version),
                "PhysicianFeeSchedule" + name.toUpperCase(Locale.ROOT),
                "Medicare Physician Fee Schedule " + version + ": indicators of " + name.toUpperCase(Locale.ROOT)
                        + " codes",
                "active",
                false,
                null,
                ContentMode.SUPPLEMENT,
                true,
                null,
                false,
                false,
                "en-US",
                "date",
                new Canonical(supplemented, null),
                null,
                null,
                properties,
                List.of(),
                List.of(new Extension(APPLIED_BY_DEFAULT, "true", json)));
    }

    /** One call of {@link #read}. */
    private static final class Reading {

        private final ReleaseConcepts cpt = new ReleaseConcepts();
        private final ReleaseConcepts hcpcs = new ReleaseConcepts();
        private final List<String> columns = new ArrayList<>();
        private @Nullable String version;
        private int components;

        /** Goes on to the row that begins with HCPCS, and puts above its names what the rows before it hold. */
        void header(TextTable table, String file) {
            List<StringBuilder> names = new ArrayList<>();
            for (int i = 0; i < MOST_ROWS_BEFORE; i++) {
                TableRow row = table.next();
                if (row == null) {
                    break;
                }
                title(row);
                boolean last = letters(row.cells().get(0)).equals("HCPCS");
                for (int column = 0; column < row.cells().size(); column++) {
                    if (column == names.size()) {
                        names.add(new StringBuilder());
                    }
                    names.get(column).append(letters(row.cells().get(column)));
                }
                if (last) {
                    name(row, names);
                    table.name(columns);
                    return;
                }
            }
            throw new ReleaseException(file, "there is no row of column names that begins with HCPCS");
        }

        private void title(TableRow row) {
            Matcher matcher = TITLE.matcher(String.join(" ", row.cells()).strip());
            if (matcher.matches()) {
                int quarter = matcher.group(2) == null ? 0 : MONTHS.indexOf(matcher.group(2));
                String month = "0" + (quarter * 3 + 1);
                version = quarter < 0 ? null : matcher.group(1) + "-" + month.substring(month.length() - 2);
            }
        }

        private void name(TableRow row, List<StringBuilder> names) {
            columns.addAll(Collections.nCopies(names.size(), ""));
            columns.set(0, "HCPCS");
            if (columns.size() < 2 || !letters(row.cells().get(1)).startsWith("MOD")) {
                throw row.refuse("the second column is not MOD");
            }
            columns.set(1, "MOD");
            for (Indicator indicator : Indicator.values()) {
                boolean found = false;
                for (int column = 2; column < names.size() && !found; column++) {
                    found = names.get(column).toString().endsWith(indicator.column());
                    if (found) {
                        columns.set(column, indicator.name());
                    }
                }
                if (!found) {
                    throw row.refuse(
                            "there is no column of the " + indicator.description() + " (" + indicator.column() + ")");
                }
            }
        }

        private static String letters(String text) {
            return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        }

        void row(TableRow row) {
            String code = row.get("HCPCS");
            if (!CODE.matcher(code).matches()) {
                throw row.refuse("'" + code + "' is not a code of CPT or HCPCS");
            }
            if (!row.get("MOD").isEmpty()) {
                components++;
                return;
            }
            boolean isLevelTwo = code.charAt(0) >= 'A';
            ReleaseConcepts concepts = isLevelTwo ? hcpcs : cpt;
            int concept = concepts.add(code, "", row.place());
            for (Indicator indicator : Indicator.values()) {
                String value = row.get(indicator.name());
                if (!value.isEmpty()) {
                    concepts.property(
                            concept,
                            new Property(indicator.property(), PropertyType.CODE, value, null, indicator.words(value)));
                }
            }
        }
    }
}
