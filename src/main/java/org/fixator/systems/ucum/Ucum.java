package org.fixator.systems.ucum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.GrammarCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;

/** The code system of units. */
public final class Ucum {

    public static final String URL = "http://unitsofmeasure.org";

    private static final String COMMON_UNITS = "http://hl7.org/fhir/ValueSet/ucum-common";

    private Ucum() {}

    /** UCUM in the version of the definitions on the class path. */
    public static CodeSystem codeSystem() {
        UcumEssenceService service = essence();
        String version = service.ucumIdentification().getVersion();
        return new GrammarCodeSystem(describe(version), new UnitGrammar(service), COMMON_UNITS);
    }

    private static UcumEssenceService essence() {
        try (InputStream definitions = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            if (definitions == null) {
                throw new IllegalStateException("ucum-essence.xml is not on the class path");
            }
            return new UcumEssenceService(definitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UcumException e) {
            throw new IllegalStateException("ucum-essence.xml cannot be read", e);
        }
    }

    private static CodeSystemDescription describe(String version) {
        return new CodeSystemDescription(
                new Canonical(URL, version),
                "UCUM",
                "Unified Code for Units of Measure",
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                true,
                false,
                "en",
                null,
                null,
                null,
                "The UCUM codes, UCUM table (regardless of format), and UCUM Specification are copyright 1999-2009,"
                        + " Regenstrief Institute, Inc. and the Unified Codes for Units of Measures (UCUM) Organization."
                        + " All rights reserved. https://ucum.org/license",
                List.of(),
                List.of(new FilterDefinition(UnitGrammar.CANONICAL, List.of("="))),
                List.of());
    }
}
