package org.fixator.release.icd10;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.icd10.TabularList.Entry;
import org.fixator.release.icd10.TabularList.Heading;
import org.fixator.release.icd10.TabularList.Note;

/**
 * Reads the tabular list of ICD-10-CM: {@code ICD10CM.tabular > version, chapter > section > diag}, where {@code diag}
 * nests. Elements that it does not know are passed over.
 */
final class TabularReader {

    private static final Pattern RANGE = Pattern.compile("\\(([A-Z0-9]{3})(?:-([A-Z0-9]{3}))?\\)\\s*$");
    private static final int DEEPEST = 20;

    private final String file;
    private final XMLStreamReader xml;
    private final List<Heading> chapters = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private String version = "";

    private TabularReader(String file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    /** @throws ReleaseException where the file is not a tabular list */
    static TabularList read(ReleaseFile file, ReadingProgress progress) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = new Heard(file.open(), progress)) {
            TabularReader reader = new TabularReader(file.name(), factory.createXMLStreamReader(in));
            reader.document();
            return new TabularList(file.name(), reader.version, reader.chapters, reader.entries);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new ReleaseException(file.name() + ":" + line, "it is not XML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
    }

    private void document() throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("ICD10CM.tabular")) {
            throw refuse("it is not a tabular list of ICD-10-CM: it begins with " + xml.getLocalName());
        }
        while (child()) {
            switch (xml.getLocalName()) {
                case "version" -> version = text();
                case "chapter" -> chapters.add(chapter());
                default -> skip();
            }
        }
        while (xml.hasNext()) {
            xml.next(); // a document that goes on after its end is not one
        }
        if (chapters.isEmpty() || entries.isEmpty()) {
            throw refuse("it has no chapters or no codes");
        }
    }

    private Heading chapter() throws XMLStreamException {
        String number = "";
        String title = "";
        List<Note> notes = new ArrayList<>();
        List<Heading> blocks = new ArrayList<>();
        while (child()) {
            switch (xml.getLocalName()) {
                case "name" -> number = text();
                case "desc" -> title = text();
                case "section" -> blocks.add(block());
                default -> note(notes);
            }
        }
        Matcher range = RANGE.matcher(title);
        if (!range.find() || range.group(2) == null) {
            throw refuse("the title of chapter " + number + " does not end with the range of its categories");
        }
        return new Heading(range.group(1) + "-" + range.group(2), number, title, notes, blocks, List.of());
    }

    private Heading block() throws XMLStreamException {
        String id = xml.getAttributeValue(null, "id");
        if (id == null || !id.matches("[A-Z0-9]{3}(-[A-Z0-9]{3})?")) {
            throw refuse("a section has no range of categories as its id");
        }
        String title = "";
        List<Note> notes = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        while (child()) {
            switch (xml.getLocalName()) {
                case "desc" -> title = text();
                case "diag" -> categories.add(entry(false, 0));
                default -> note(notes);
            }
        }
        return new Heading(id.length() == 3 ? id + "-" + id : id, "", title, notes, List.of(), categories);
    }

    /** Reads a code and those below it; returns the code. */
    private String entry(boolean aboveTakesSeventh, int depth) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        if (depth > DEEPEST) {
            throw refuse("the codes nest deeper than " + DEEPEST);
        }
        String code = "";
        String title = "";
        List<String> terms = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        int place = entries.size();
        boolean takesSeventh = aboveTakesSeventh;
        boolean isLeaf = true;
        while (child()) {
            switch (xml.getLocalName()) {
                case "name" -> code = text();
                case "desc" -> title = text();
                case "inclusionTerm" -> texts(terms);
                case "diag" -> {
                    if (isLeaf) {
                        entries.add(new Entry(code, title, line, takesSeventh, false, terms, notes));
                        isLeaf = false;
                    }
                    entry(takesSeventh || defines(notes), depth + 1);
                }
                default -> note(notes);
            }
        }
        if (!code.matches("[A-Z][0-9A-Z]{2}(\\.[0-9A-Z]{1,4})?") || title.isEmpty()) {
            throw new ReleaseException(file + ":" + line, "a code with its dot and a title should stand here");
        }
        Entry whole = new Entry(code, title, line, takesSeventh || defines(notes), isLeaf, terms, notes);
        if (isLeaf) {
            entries.add(whole);
        } else {
            entries.set(place, whole);
        }
        return code;
    }

    private static boolean defines(List<Note> notes) {
        return notes.stream().anyMatch(note -> note.kind() == TabularNote.SEVEN_CHR_DEF);
    }

    /** Reads the notes of an element, where it is one of notes. */
    private void note(List<Note> notes) throws XMLStreamException {
        TabularNote kind = TabularNote.of(xml.getLocalName());
        if (kind == null) {
            skip();
        } else if (kind == TabularNote.SEVEN_CHR_DEF) {
            while (child()) {
                String character = xml.getAttributeValue(null, "char");
                String meaning = text();
                if (character != null) {
                    notes.add(new Note(kind, character, meaning));
                }
            }
        } else {
            List<String> texts = new ArrayList<>();
            texts(texts);
            texts.forEach(text -> notes.add(new Note(kind, text, "")));
        }
    }

    private void texts(List<String> texts) throws XMLStreamException {
        while (child()) {
            texts.add(text());
        }
    }

    /** Goes to the next element within the one that is open; {@code false} at its end. */
    private boolean child() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** The text of the element that is open, with that of elements within it; leaves the element. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private void skip() throws XMLStreamException {
        text();
    }

    private ReleaseException refuse(String reason) {
        return new ReleaseException(file + ":" + xml.getLocation().getLineNumber(), reason);
    }

    /** Tells how much was read. */
    private static final class Heard extends FilterInputStream {

        private final ReadingProgress progress;

        Heard(InputStream in, ReadingProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                progress.read(n);
            }
            return n;
        }
    }
}
