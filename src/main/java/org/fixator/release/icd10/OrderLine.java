package org.fixator.release.icd10;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.fixator.release.LineReader;
import org.fixator.release.ReleaseException;

/**
 * One entry of an order file, as ranges of a buffer: code without dot, billable or not, short and long title. One object is
 * used for all lines, which keeps reading free of garbage.
 *
 * <p>Columns of an order file, counted from 0: 0–4 number, 6–12 code, 14 flag, 16–75 short title, from 77 long title. Of
 * addenda: 0–12 what happened, 13 flag, 15–21 code, 23–82 short title, from 84 long title. Of a file of codes: 0–6 code,
 * from 8 long title.
 */
final class OrderLine {

    private static final int CODE_WIDTH = 7;
    private static final int SHORT_WIDTH = 60;

    byte[] buffer = new byte[0];
    String file = "";
    int number;
    int codeStart;
    int codeEnd;
    boolean billable;
    int shortStart;
    int shortEnd;
    int longStart;
    int longEnd;

    /** Takes a line of an order file. */
    void order(LineReader line) {
        int length = line.length();
        if (length < 78) {
            throw line.refuse("the line is cut: it has " + length
                    + " characters, and the long title of an order file begins at character 78");
        }
        requireBlank(line, 5, 13, 15, 76);
        columns(line, 6, 14, 16, 77);
    }

    /** Takes a line of addenda. */
    void addendum(LineReader line) {
        if (line.length() < 85) {
            throw line.refuse("the line is cut: it has " + line.length()
                    + " characters, and the long title of an addendum begins at character 85");
        }
        requireBlank(line, 14, 22, 83);
        columns(line, 15, 13, 23, 84);
    }

    /** Takes a line of a file of codes, which has billable codes and long titles alone. */
    void code(LineReader line) {
        if (line.length() < 9 || line.at(CODE_WIDTH) != ' ') {
            throw line.refuse("it is not a line of a file of codes: a code to character 7, a blank, a title");
        }
        code(line, 0);
        billable = true;
        title(line, 8);
        shortStart = longStart;
        shortEnd = longStart;
    }

    private void columns(LineReader line, int codeAt, int flagAt, int shortAt, int longAt) {
        code(line, codeAt);
        byte flag = line.at(flagAt);
        if (flag != '0' && flag != '1') {
            throw line.refuse("the flag at character " + (flagAt + 1) + " is neither 0 nor 1");
        }
        billable = flag == '1';
        title(line, longAt);
        shortStart = line.start() + shortAt;
        shortEnd = line.start() + line.columnAfter(shortAt, shortAt + SHORT_WIDTH);
        if (shortEnd == shortStart) {
            throw line.refuse("the short title is missing");
        }
    }

    private void code(LineReader line, int at) {
        buffer = line.buffer();
        file = line.file();
        number = line.number();
        codeStart = line.start() + at;
        codeEnd = line.start() + line.columnAfter(at, at + CODE_WIDTH);
        if (codeEnd - codeStart < 3) {
            throw line.refuse("there is no code at character " + (at + 1));
        }
        for (int i = codeStart; i < codeEnd; i++) {
            byte b = buffer[i];
            if ((b < '0' || b > '9') && (b < 'A' || b > 'Z')) {
                throw line.refuse("a code consists of capital letters and digits, and this one does not");
            }
        }
    }

    private void title(LineReader line, int at) {
        longStart = line.start() + at;
        longEnd = line.start() + line.columnAfter(at, line.length());
        if (longEnd == longStart) {
            throw line.refuse("the title is missing");
        }
        for (int i = codeEnd; i < longEnd; i++) {
            if (buffer[i] < ' ') {
                throw line.refuse("the file is not ASCII: there is a byte "
                        + HexFormat.of().withUpperCase().toHexDigits(buffer[i]) + " at character "
                        + (i - line.start() + 1));
            }
        }
    }

    private static void requireBlank(LineReader line, int... columns) {
        for (int column : columns) {
            if (line.at(column) != ' ') {
                throw line.refuse(
                        "character " + (column + 1) + " should be blank: the columns are not those of the layout");
            }
        }
    }

    String code() {
        return new String(buffer, codeStart, codeEnd - codeStart, StandardCharsets.US_ASCII);
    }

    String shortTitle() {
        return new String(buffer, shortStart, shortEnd - shortStart, StandardCharsets.US_ASCII);
    }

    String longTitle() {
        return new String(buffer, longStart, longEnd - longStart, StandardCharsets.US_ASCII);
    }

    /** File and line. */
    String place() {
        return file + ":" + number;
    }

    /** A copy of this entry that stays when the next line is read. */
    OrderLine copy() {
        OrderLine copy = new OrderLine();
        int from = Math.min(codeStart, shortStart);
        copy.file = file;
        copy.number = number;
        copy.buffer = Arrays.copyOfRange(buffer, from, longEnd);
        copy.codeStart = codeStart - from;
        copy.codeEnd = codeEnd - from;
        copy.billable = billable;
        copy.shortStart = shortStart - from;
        copy.shortEnd = shortEnd - from;
        copy.longStart = longStart - from;
        copy.longEnd = longEnd - from;
        return copy;
    }

    /** Checks that an order file is whole: its lines are numbered from 1 without a gap. */
    static void requireNumber(LineReader line, int number) {
        int found = 0;
        for (int i = 0; i < 5; i++) {
            byte b = line.at(i);
            if (b < '0' || b > '9') {
                throw line.refuse("the line does not begin with a number of five digits");
            }
            found = found * 10 + (b - '0');
        }
        if (found != number % 100_000) {
            throw new ReleaseException(
                    line.place(), "the lines are numbered, and " + found + " stands where " + number + " should");
        }
    }
}
