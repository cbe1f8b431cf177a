/**
 * Readers of what publishers release: files in, content out, streaming. {@link org.fixator.release.ReleaseFiles} opens what
 * an operator names, a {@link org.fixator.release.ReleaseReader} of one kind makes a
 * {@link org.fixator.release.ReleaseContent} of it; each publication has a sub-package, and the list of all kinds is in
 * {@code kinds}. {@link org.fixator.release.FhirPackageReader} reads FHIR resources from packages, folders and files. A file that cannot be read as what it claims to be ends the
 * reading with a {@link org.fixator.release.ReleaseException} that names it and says why.
 */
@NullMarked
package org.fixator.release;

import org.jspecify.annotations.NullMarked;
