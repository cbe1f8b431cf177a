/**
 * HAPI FHIR JPA as the store of record: persistence, versions, search indexes, and the hooks around each commit.
 *
 * <p>The way in is {@link org.fixator.store.DatabaseConfiguration}, which is up at once, and {@link
 * org.fixator.store.StoreConfiguration}, which is HAPI and takes longer; the seams are {@link org.fixator.store.CommitGuard}
 * (may refuse a write), {@link org.fixator.store.CommitListener} (learns of it after the commit and before the client
 * does), {@link org.fixator.store.StoredResources} (what is stored now), {@link org.fixator.store.ResourceWriter} (many
 * resources in one transaction) and {@link org.fixator.store.TerminologyAnswers} (what HAPI's validator asks).
 *
 * <p>HAPI stores FHIR R4. {@link org.fixator.store.R5Resources} is the R5 side: what was sent as R5 is kept as it was
 * sent ({@link org.fixator.store.R5Originals}), in the transaction that stores its R4 form; the engine reads the original,
 * the R4 form says what it lacks, and R4 clients cannot overwrite it.
 *
 * <p>The trap: HAPI brings a terminology service of its own, which copies every concept into tables, and it finds its
 * services by bean name. The classes here that override beans by name switch it off; a HAPI upgrade that renames one
 * switches it on again without an error.
 */
@NullMarked
package org.fixator.store;

import org.jspecify.annotations.NullMarked;
