package org.fixator.release.ndc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.release.SampleFile.read;

import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Designation;
import org.fixator.release.FileHead;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.SampleFile;
import org.fixator.release.TerminologySources;
import org.junit.jupiter.api.Test;

/** Invented products in the FDA's layout; counts from the FDA's own rows where they can be had. */
class NdcReaderTest {

    private static final String PRODUCT_HEADER = "PRODUCTID\tPRODUCTNDC\tPROPRIETARYNAME\tPROPRIETARYNAMESUFFIX\t"
            + "NONPROPRIETARYNAME\tDOSAGEFORMNAME\tROUTENAME\tSTARTMARKETINGDATE\tENDMARKETINGDATE\tLABELERNAME\t"
            + "ACTIVE_NUMERATOR_STRENGTH\tACTIVE_INGRED_UNIT";
    private static final String PACKAGE_HEADER = "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION";
    private static final ReleaseFile PRODUCTS = SampleFile.of(
            "anything.txt",
            PRODUCT_HEADER,
            "a\t1234-5678\tInventol\tForte\tinventin\tTABLET\tORAL; NASAL\t20200101\t\tExample Inc.\t5; 1\tmg/1; g/1",
            "b\t12345-678\tOldol\t\toldin\tTABLET\tORAL\t20000101\t20011231\tExample Inc.\t1\tmg/1",
            "c\t1234-5678\tInventol New\t\tinventin\tTABLET\tORAL\t20210101\t\tExample Inc.\t5\tmg/1");
    private static final ReleaseFile PACKAGES = SampleFile.of(
            "packages.txt",
            PACKAGE_HEADER,
            "a\t1234-5678\t1234-5678-09\t10 TABLET in 1 BOTTLE",
            "b\t12345-678\t12345-678-01\t20 TABLET in 1 BOTTLE");

    private final NdcReader reader = new NdcReader();

    private static Concept concept(ReleaseContent content, String code) {
        return Objects.requireNonNull(content.codeSystems().get(0).find(code), code);
    }

    @Test
    void readsProductsAndTheirPackages() {
        ReleaseContent content = read(reader, "2026-01-31", PACKAGES, PRODUCTS);
        TableCodeSystem table = content.codeSystems().get(0);
        assertThat(table.size()).isEqualTo(4);
        Concept product = concept(content, "1234-5678");
        assertThat(product.display()).isEqualTo("Inventol Forte, TABLET, 5 mg/1; 1 g/1");
        assertThat(product.children()).extracting(Concept::code).containsExactly("1234-5678-09");
        assertThat(product.designations())
                .extracting(Designation::value)
                .contains("Inventol Forte", "inventin", "Inventol New, TABLET, 5 mg/1");
        assertThat(table.filter(new PropertyFilter("ndc11", "=", "01234567809")).size())
                .isEqualTo(1);
        assertThat(table.filter(new PropertyFilter("route", "=", "NASAL")).size())
                .isEqualTo(1);
        assertThat(content.notes()).anyMatch(note -> note.startsWith("1 listings"));
    }

    @Test
    void aProductIsInactiveWhenItsMarketingHasEnded() {
        ReleaseContent content = read(reader, "2026-01-31", PRODUCTS);
        assertThat(concept(content, "12345-678").isInactive()).isTrue();
        assertThat(concept(content, "1234-5678").isInactive()).isFalse();
    }

    @Test
    void refusesWhatDoesNotFitWithItsLine() {
        assertThatThrownBy(() -> reader.read(
                        List.of(PRODUCTS),
                        org.fixator.release.ReleaseOptions.NONE,
                        org.fixator.release.ReadingProgress.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("the version is needed");
        assertThatThrownBy(() -> read(reader, "January", PRODUCTS)).hasMessageContaining("not a version of NDC");
        assertThatThrownBy(() -> read(reader, "2026-01-31", PACKAGES)).hasMessageContaining("products is missing");
        assertThatThrownBy(() -> read(
                        reader,
                        "2026-01-31",
                        PRODUCTS,
                        SampleFile.of("p.txt", PACKAGE_HEADER, "x\t9999-9999\t9999-9999-01\tnone")))
                .hasMessage("p.txt:2: there is no code '9999-9999' in the release");
        assertThatThrownBy(() -> read(
                        reader, "2026-01-31", SampleFile.of("p.txt", PRODUCT_HEADER, "x\t12\ta\t\t\t\t\t\t\t\t\t")))
                .hasMessageContaining("p.txt:2: '12' is not the National Drug Code of a product");
        assertThatThrownBy(() -> read(reader, "2026-01-31", SampleFile.of("p.txt", PRODUCT_HEADER, "x\t1234-5678\ta")))
                .hasMessageContaining("p.txt:2: there are 3 columns where 12 are expected");
    }

    @Test
    void recognisesItsFilesByTheirColumns() {
        assertThat(reader.recognises(FileHead.of(PRODUCTS))).isTrue();
        assertThat(reader.recognises(FileHead.of(PACKAGES))).isTrue();
        assertThat(reader.recognises(FileHead.of(SampleFile.of("product.txt", "a\tb"))))
                .isFalse();
    }

    @Test
    void readsEveryRowOfThePublishersSubset() {
        List<ReleaseFile> files = TerminologySources.open("ndc");
        ReleaseContent content = read(reader, "2025-07-11", files.toArray(ReleaseFile[]::new));
        TableCodeSystem table = content.codeSystems().get(0);
        assertThat(table.filter(new PropertyFilter("code-type", "=", "product")).size())
                .isEqualTo(72);
        assertThat(table.filter(new PropertyFilter("code-type", "=", "package")).size())
                .isEqualTo(100);
        assertThat(concept(content, "0002-0152-01").parents())
                .extracting(Concept::code)
                .containsExactly("0002-0152");
    }
}
