package org.fixator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoCodeSystem;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoConceptMap;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoValueSet;
import ca.uhn.fhir.jpa.api.model.TranslationRequest;
import ca.uhn.fhir.jpa.packages.IPackageInstallerSvc;
import ca.uhn.fhir.jpa.packages.PackageInstallOutcomeJson;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.term.api.ITermDeferredStorageSvc;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package of our own canonicals installs in any HAPI server and is of use there. */
class SecondServerTest {
    private static final String OURS = "https://fixator.example.org/fhir";
    private static final String SOURCE = OURS + "/CodeSystem/source-cpt-20697";
    private static final Path FOLDER = Path.of("fhir-resources", "fixator.cpt20697", "package");
    private static final SystemRequestDetails SYSTEM = new SystemRequestDetails();

    private static StockHapi server;
    private static PackageInstallOutcomeJson installed;

    @BeforeAll
    static void install() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(FOLDER.resolve("package.json").toFile());
        String name = manifest.path("name").asText();
        String version = manifest.path("version").asText();
        server = StockHapi.start();
        PackageInstallationSpec spec = new PackageInstallationSpec()
                .setName(name)
                .setVersion(version)
                .setInstallMode(PackageInstallationSpec.InstallModeEnum.STORE_AND_INSTALL)
                .setPackageContents(Files.readAllBytes(Path.of("target", name + "-" + version + ".tgz")));
        installed = server.get(IPackageInstallerSvc.class).install(spec);
        server.get(ITermDeferredStorageSvc.class).saveAllDeferred();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Every resource of the package: its type and canonical. */
    static List<String> resources() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> resources = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                JsonNode resource = json.readTree(file.toFile());
                if (resource.has("resourceType")) {
                    resources.add(resource.path("resourceType").asText() + " "
                            + resource.path("url").asText());
                }
            }
            return resources;
        }
    }

    @Test
    void installsEveryResourceOfThePackage() throws IOException {
        assertThat(installed.getResourcesInstalled().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(resources().size());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void holdsItUnderItsCanonical(String typeAndUrl) {
        String[] parts = typeAndUrl.split(" ", 2);
        assertThat(find(parts[0], parts[1])).isInstanceOfSatisfying(MetadataResource.class, found -> {
            assertThat(found.getUrl()).isEqualTo(parts[1]);
            assertThat(found.getVersion()).isEqualTo("0.1.0");
        });
    }

    private static IBaseResource find(String type, String url) {
        IFhirResourceDao<?> dao = server.get(DaoRegistry.class).getResourceDao(type);
        SearchParameterMap search = SearchParameterMap.newSynchronous().add("url", new UriParam(url));
        List<IBaseResource> found = dao.search(search, SYSTEM).getAllResources();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    @SuppressWarnings("unchecked")
    void looksUpARowOfTheDocument() {
        IFhirResourceDaoCodeSystem<CodeSystem> systems = (IFhirResourceDaoCodeSystem<CodeSystem>)
                server.get(DaoRegistry.class).getResourceDao(CodeSystem.class);
        IValidationSupport.LookupCodeResult row =
                systems.lookupCode(new CodeType("S82.341A"), new UriType(SOURCE), null, null, null, SYSTEM);
        assertThat(row.isFound()).isTrue();
        assertThat(row.getCodeDisplay()).contains("proximal tibia");
    }

    @Test
    @SuppressWarnings("unchecked")
    void expandsATableOfTheDocument() {
        IFhirResourceDaoValueSet<ValueSet> valueSets = (IFhirResourceDaoValueSet<ValueSet>)
                server.get(DaoRegistry.class).getResourceDao(ValueSet.class);
        ValueSet expanded = valueSets.expandByIdentifier(OURS + "/ValueSet/source-cpt-20697-diagnoses", null);
        assertThat(expanded.getExpansion().getContains())
                .extracting(ValueSet.ValueSetExpansionContainsComponent::getCode)
                .containsExactlyInAnyOrder("S82.241A", "S82.242A", "S82.341A", "S82.851A", "S72.301A");
    }

    @Test
    @SuppressWarnings("unchecked")
    void translatesARowOfTheDocument() {
        IFhirResourceDaoConceptMap<ConceptMap> maps = (IFhirResourceDaoConceptMap<ConceptMap>)
                server.get(DaoRegistry.class).getResourceDao(ConceptMap.class);
        TranslationRequest request = new TranslationRequest();
        request.setUrl(OURS + "/ConceptMap/source-cpt-20697-to-official");
        request.getCodeableConcept().addCoding().setSystem(SOURCE).setCode("S82.241A");
        assertThat(maps.translate(request, SYSTEM).getResults())
                .extracting(match -> match.getCode())
                .contains("S82.251A");
    }
}
