package org.fixator.release.loinc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.release.SampleFile.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Designation;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SampleFile;
import org.fixator.release.TerminologySources;
import org.junit.jupiter.api.Test;

/** Invented terms in the publisher's layout; counts from the publisher's own rows where they can be had. */
class LoincReaderTest {

    private static final ReleaseFile TERMS = SampleFile.of(
            "t.csv",
            "\"LOINC_NUM\",\"COMPONENT\",\"PROPERTY\",\"TIME_ASPCT\",\"SYSTEM\",\"METHOD_TYP\",\"CLASS\","
                    + "\"SCALE_TYP\",\"STATUS\",\"CLASSTYPE\",\"LONG_COMMON_NAME\",\"SHORTNAME\","
                    + "\"DefinitionDescription\",\"VersionLastChanged\",\"EXTERNAL_COPYRIGHT_NOTICE\"",
            "\"90001-1\",\"Inventin\",\"\",\"\",\"\",\"\",\"\",\"Qn\",\"ACTIVE\",\"1\",\"Inventin [Mass] in Serum\",\"Inventin Ser\",\"Two",
            "lines\",\"2.80\",\"\"",
            "\"90002-9\",\"Oldin\",\"\",\"\",\"\",\"\",\"\",\"Ord\",\"DEPRECATED\",\"1\",\"Oldin, \"\"old\"\"\",\"\",\"\",\"2.9\",\"(c)"
                    + " Other\"");
    private static final ReleaseFile PARTS = SampleFile.of(
            "p.csv",
            "\"PartNumber\",\"PartTypeName\",\"PartName\",\"PartDisplayName\",\"Status\"",
            "\"LP90001-1\",\"COMPONENT\",\"Inventin\",\"Inventin\",\"ACTIVE\"");
    private static final ReleaseFile LINKS = SampleFile.of(
            "l.csv",
            "\"LoincNumber\",\"LongCommonName\",\"PartNumber\",\"PartName\",\"PartTypeName\",\"LinkTypeName\",\"Property\"",
            "\"90001-1\",\"x\",\"LP90001-1\",\"Inventin\",\"COMPONENT\",\"Primary\",\"http://loinc.org/property/COMPONENT\"");
    private static final ReleaseFile HIERARCHY = SampleFile.of(
            "h.csv",
            "PATH_TO_ROOT,SEQUENCE,IMMEDIATE_PARENT,CODE,CODE_TEXT",
            ",1,,LP90000-3,Root",
            "LP90000-3,1,LP90000-3,LP90001-1,Inventin",
            "LP90000-3.LP90001-1,1,LP90001-1,90001-1,Inventin Ser");
    private static final ReleaseFile LISTS = SampleFile.of(
            "a.csv",
            "AnswerListId,AnswerListName,AnswerListOID,AnswerStringId,SequenceNumber,DisplayText",
            "LL9001-1,First|Second,1.2.3,LA9002-2,1,First",
            "LL9001-1,First|Second,1.2.3,LA9001-1,2,Second");
    private static final ReleaseFile LIST_LINKS = SampleFile.of(
            "k.csv",
            "LoincNumber,LongCommonName,AnswerListId,AnswerListName,AnswerListLinkType,ApplicableContext",
            "90002-9,x,LL9001-1,First|Second,EXAMPLE,");
    private static final ReleaseFile VARIANTS = SampleFile.of(
            "v.csv", "ID,ISO_LANGUAGE,ISO_COUNTRY,LANGUAGE_NAME,PRODUCER", "15,de,DE,German (GERMANY),Somebody");
    private static final ReleaseFile GERMAN = SampleFile.of(
            "Variants/deDE15LinguisticVariant.csv",
            "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,SHORTNAME,LONG_COMMON_NAME,"
                    + "RELATEDNAMES2,LinguisticVariantDisplayName",
            "90001-1,Erfindin,Masse,Zeitpunkt,Serum,Quantitativ,,,,Erfindin [Masse] in Serum,,",
            "90002-9,Altin,Masse,,,,,,,,,");

    private final LoincReader reader = new LoincReader();

    private ReleaseContent whole() {
        return read(reader, "2.81", TERMS, PARTS, LINKS, HIERARCHY, LISTS, LIST_LINKS, VARIANTS, GERMAN);
    }

    private static Concept concept(ReleaseContent content, String code) {
        return Objects.requireNonNull(content.codeSystems().get(0).find(code), code);
    }

    @Test
    void readsTermsWithTheirNames() {
        Concept term = concept(whole(), "90001-1");
        assertThat(term.display()).isEqualTo("Inventin [Mass] in Serum");
        assertThat(term.definition()).isEqualTo("Two\nlines");
        assertThat(term.designations())
                .extracting(designation -> designation.language() + " " + designation.value())
                .containsExactly("en-US Inventin Ser", "de-DE Erfindin [Masse] in Serum");
        assertThat(concept(whole(), "90002-9").designations())
                .extracting(Designation::value)
                .containsExactly("Altin:Masse");
    }

    @Test
    void axesAreParts() {
        TableCodeSystem table = whole().codeSystems().get(0);
        assertThat(codes(table, "COMPONENT", "LP90001-1")).containsExactly("90001-1");
        assertThat(codes(table, "COMPONENT", "Oldin")).containsExactly("90002-9");
        assertThat(codes(table, "SCALE_TYP", "Qn")).containsExactly("90001-1");
        assertThat(codes(table, "copyright", "3rdParty")).containsExactly("90002-9");
        assertThat(codes(table, "LIST", "LL9001-1")).containsExactly("LA9002-2", "LA9001-1");
        assertThat(concept(whole(), "90002-9").isInactive()).isTrue();
    }

    @Test
    void theHierarchyLeadsFromPartsToTerms() {
        ReleaseContent content = whole();
        assertThat(content.codeSystems().get(0).subsumes(concept(content, "LP90000-3"), concept(content, "90001-1")))
                .isEqualTo(Subsumption.SUBSUMES);
    }

    @Test
    void theVersionIsThatOfTheNewestChange() {
        ReleaseContent content = reader.read(List.of(TERMS), ReleaseOptions.NONE, ReadingProgress.NONE);
        assertThat(content.identity().version()).isEqualTo("2.80");
        assertThat(content.codeSystems().get(0).description().hierarchyMeaning())
                .isNull();
        assertThat(content.notes()).anyMatch(note -> note.contains("cannot be decided"));
    }

    @Test
    void refusesWhatDoesNotFitWithItsLine() {
        assertThatThrownBy(() -> read(reader, "2.79", TERMS))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("changes of version 2.80");
        assertThatThrownBy(() -> read(reader, "2.81", TERMS, PARTS)).hasMessageContaining("no hierarchy of components");
        assertThatThrownBy(() -> read(reader, "2.81", PARTS)).hasMessageContaining("table of terms is missing");
        assertThatThrownBy(() -> read(reader, "2.81", TERMS, LIST_LINKS)).hasMessageContaining("k.csv:2");
        assertThatThrownBy(() -> read(reader, "2.81", TERMS, GERMAN)).hasMessageContaining("list of variants");
        assertThatThrownBy(() -> read(
                        reader,
                        "2.81",
                        TERMS,
                        PARTS,
                        SampleFile.of(
                                "h.csv",
                                "PATH_TO_ROOT,SEQUENCE,IMMEDIATE_PARENT,CODE,CODE_TEXT",
                                ",1,,90009-9,Unknown")))
                .hasMessage("h.csv:2: the term '90009-9' is not in the table of terms");
    }

    @Test
    void theArchivesNameIsBelieved() {
        ReleaseFile named = renamed(TERMS, "Loinc_2.80.zip!LoincTable/Loinc.csv");
        assertThat(reader.read(List.of(named), ReleaseOptions.NONE, ReadingProgress.NONE)
                        .identity()
                        .version())
                .isEqualTo("2.80");
        assertThatThrownBy(() -> read(reader, "2.81", named)).hasMessageContaining("its name says version 2.80");
    }

    @Test
    void aTableWithoutAnAxisIsRefused() {
        ReleaseFile without = SampleFile.of(
                "t.csv",
                "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE,METHOD_TYP,CLASS,STATUS,CLASSTYPE,LONG_COMMON_NAME",
                "90001-1,Inventin,,,,Qn,,,ACTIVE,1,Inventin");
        assertThatThrownBy(() -> read(reader, "2.81", without))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("SCALE_TYP");
    }

    @Test
    void whatAWholeReleaseRepeatsIsPassedOver() {
        ReleaseContent content = read(
                reader,
                "2.81",
                renamed(TERMS, "LoincTable/Loinc.csv"),
                renamed(TERMS, "LoincTableCore/LoincTableCore.csv"),
                renamed(TERMS, "AccessoryFiles/PanelsAndForms/Loinc.csv"));
        assertThat(content.codeSystems().get(0).all().size()).isEqualTo(2);
        assertThatThrownBy(() -> read(reader, "2.81", renamed(TERMS, "a.csv"), renamed(TERMS, "b.csv")))
                .hasMessageContaining("two tables of terms: a.csv and b.csv");
    }

    private static ReleaseFile renamed(ReleaseFile file, String name) {
        try (InputStream in = file.open()) {
            return SampleFile.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void recognisesItsFilesByTheirColumns() {
        assertThat(reader.recognises(FileHead.of(TERMS))).isTrue();
        assertThat(reader.recognises(FileHead.of(PARTS))).isFalse();
    }

    @Test
    void readsEveryRowOfThePublishersSubset() {
        List<ReleaseFile> files = TerminologySources.open("loinc");
        ReleaseContent content = reader.read(files, ReleaseOptions.NONE, ReadingProgress.NONE);
        TableCodeSystem table = content.codeSystems().get(0);
        // 322 terms, 147 parts and those that only the hierarchy has, answer lists and their answers
        assertThat(table.filter(new PropertyFilter("VersionFirstReleased", "exists", "true"))
                        .size())
                .isEqualTo(322);
        assertThat(table.filter(new PropertyFilter("PartTypeName", "exists", "true"))
                        .size())
                .isEqualTo(147);
        assertThat(codes(table, "LIST", "LL360-9")).contains("LA6576-8", "LA6577-6");
        assertThat(concept(content, "14394-1").designations())
                .anyMatch(
                        name -> "de-DE".equals(name.language()) && name.value().startsWith("Harnstoff-Stickstoff ["));
        assertThat(table.subsumes(concept(content, "LP14559-6"), concept(content, "595-9")))
                .isEqualTo(Subsumption.SUBSUMES);
    }

    private static List<String> codes(TableCodeSystem table, String property, String value) {
        List<String> codes = new ArrayList<>();
        table.filter(new PropertyFilter(property, "=", value))
                .iterator(0)
                .forEachRemaining(concept -> codes.add(concept.code()));
        return codes;
    }
}
