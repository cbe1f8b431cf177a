package org.fixator.wire;

import org.fixator.coding.Designation;

/** Reads {@code designation} of a code system's or a value set's concept. */
final class DesignationReader {

    private DesignationReader() {}

    static Designation read(Element designation) {
        Element use = designation.child("use");
        return new Designation(
                designation.nonEmpty("language"),
                use == null ? null : use.coding(),
                designation.required("value"),
                designation.extensionValue(ExtensionUrls.STANDARDS_STATUS),
                designation.extensions());
    }
}
