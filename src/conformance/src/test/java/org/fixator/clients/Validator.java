package org.fixator.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.OperationOutcome;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r5.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r5.terminologies.client.TerminologyClientContext;
import org.hl7.fhir.r5.utils.EOperationOutcome;
import org.hl7.fhir.utilities.FhirPublication;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.npm.FilesystemPackageCacheManager;
import org.hl7.fhir.validation.ValidationEngine;

/** HL7's validator as its command line sets it up for FHIR R4, without a network: packages are put into its cache first. */
final class Validator {

    private static final Set<IssueSeverity> WRONG = Set.of(IssueSeverity.FATAL, IssueSeverity.ERROR);

    private final ValidationEngine engine;

    private Validator(ValidationEngine engine) {
        this.engine = engine;
    }

    /**
     * @param server the terminology server that {@code -tx} names
     * @param profiles folder of profiles
     * @param ecosystem whether servers are asked for each system and value set, which is the command line's default
     */
    static Validator connected(String server, Path profiles, boolean ecosystem)
            throws IOException, URISyntaxException, EOperationOutcome {
        ManagedWebAccess.setSsrfProtectionEnabled(false);
        TerminologyClientContext.setCanUseCacheId(true);
        install("hl7.fhir.r4.core", "4.0.1", BaseDefinitions.core(ClientFolders.work()));
        install("hl7.fhir.xver-extensions", "0.1.0", BaseDefinitions.noExtensions(ClientFolders.work()));
        ValidationEngine engine = new ValidationEngine.ValidationEngineBuilder()
                .withVersion("4.0.1")
                .withNoTerminologyServer()
                .fromSource("hl7.fhir.r4.core#4.0.1");
        engine.getContext().setCanRunWithoutTerminology(false);
        engine.getContext().setNoTerminologyServer(false);
        Path log = ClientFolders.work().resolve(ecosystem ? "validator-ecosystem.html" : "validator.html");
        engine.connectToTSServer(server, log.toString(), FhirPublication.R4, ecosystem);
        engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), profiles.toString(), false);
        engine.prepare();
        return new Validator(engine);
    }

    private static void install(String name, String version, Path archive) throws IOException {
        FilesystemPackageCacheManager cache = new FilesystemPackageCacheManager.Builder().build();
        if (!cache.packageInstalled(name, version)) {
            try (InputStream in = Files.newInputStream(archive)) {
                cache.addPackageToCache(name, version, in, archive.toString());
            }
        }
    }

    /** Where there are errors, as FHIRPath, and their messages. */
    Errors validate(String json, String... profiles) throws IOException, EOperationOutcome {
        OperationOutcome outcome = engine.validate(
                FhirFormat.JSON, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), List.of(profiles));
        Set<String> places = new TreeSet<>();
        StringBuilder messages = new StringBuilder();
        for (OperationOutcomeIssueComponent issue : outcome.getIssue()) {
            String place = issue.getExpression().isEmpty()
                    ? ""
                    : issue.getExpression().get(0).getValue();
            messages.append(issue.getSeverity().toCode())
                    .append(' ')
                    .append(place)
                    .append(": ")
                    .append(issue.getDetails().getText())
                    .append('\n');
            if (WRONG.contains(issue.getSeverity())) {
                places.add(place);
            }
        }
        return new Errors(places, messages.toString());
    }

    /**
     * @param places of errors
     * @param messages everything that was said
     */
    record Errors(Set<String> places, String messages) {}
}
