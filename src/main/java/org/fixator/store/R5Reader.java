package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.instance.model.api.IAnyResource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Makes the R5 form of what HAPI's store has. */
public final class R5Reader {
    private final R5Originals originals;

    R5Reader(R5Originals originals) {
        this.originals = originals;
    }

    /** The R5 form of a resource of HAPI's, with its id, version and what HAPI says of it as a result. */
    IBaseResource toR5(IBaseResource stored) {
        Resource from = (Resource) stored;
        String type = from.fhirType();
        String id = from.getIdElement().getIdPart();
        String version = from.getIdElement().getVersionIdPart();
        IBaseResource made;
        if (from.isDeleted() || ResourceMetadataKeyEnum.DELETED_AT.get((IAnyResource) from) != null) {
            made = FhirContext.forR5Cached().getResourceDefinition(type).newInstance();
        } else {
            Optional<byte[]> original = version == null ? Optional.empty() : originals.find(type, id, version);
            made = original.isPresent()
                    ? parsed(R5Originals.served(
                            original.get(),
                            id,
                            version,
                            from.getMeta().getLastUpdatedElement().getValueAsString()))
                    : VersionConvertorFactory_40_50.convertResource(from);
        }
        made.setId(from.getIdElement().getValue());
        copy(ResourceMetadataKeyEnum.DELETED_AT, from, made);
        copy(ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE, from, made);
        copy(ResourceMetadataKeyEnum.ENTRY_TRANSACTION_METHOD, from, made);
        return made;
    }

    private static IBaseResource parsed(byte[] json) {
        IBaseResource resource =
                FhirContext.forR5Cached().newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
        resource.setUserData(R5Originals.TABLE, json);
        return resource;
    }

    /** The JSON of a resource that {@link R5Resources} gave out, if it was sent as R5: just as sent, with id and meta. */
    public static byte @Nullable [] original(IBaseResource resource) {
        return (byte[]) resource.getUserData(R5Originals.TABLE);
    }

    private static <T> void copy(ResourceMetadataKeyEnum<T> key, Resource from, IBaseResource to) {
        T value = key.get(from);
        if (value != null) {
            key.put((IAnyResource) to, value);
        }
    }
}
