package org.fixator.wire;

import org.fixator.codesystem.CodeSystemDescription;

/** What {@link CodeSystemReader} reads into: first the description, then each concept, parents before their children. */
public interface ConceptSink {

    void begin(CodeSystemDescription description);

    void concept(ConceptRow row);
}
