package io.minsheng.intake.mail.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds labels and values in running text: 标签：值, several on a line, a label on a line of its own above its value. */
final class ReadLines {

    /** No form is longer; looking for labels in what follows would only take time. */
    private static final int MAX_LINES = 3000;
    private static final int MAX_LENGTH = 2000;
    private static final double COLON = 1;
    private static final double HEADING = 0.95;
    private static final double NO_COLON = 0.8;
    private static final Pattern WITH_COLON = Pattern.compile("(?<![\\p{IsHan}A-Za-z0-9])" + Labels.PATTERN + "\\s*[:：]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_SPACE = Pattern
            .compile("^[\\s　]*" + Labels.PATTERN + "(?:[\\t_＿]+[\\s　]*|[\\s　]{1,}|(?<=[】\\]]))(?=\\S)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMNS = Pattern.compile("[\\s　]{2,}|\\t");
    private static final Pattern OFFICE_LINE = Pattern.compile(".*(?:委员会|办公室|社会事业科|街道办事处|人民政府|征集公告|咨询|来信请寄|邮寄至|请将).*");

    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private Entry open;
    private List<Label> titles = List.of();

    private ReadLines() {
    }

    /** Labels and values in their order, and the text that belongs to none. */
    record Result(List<Entry> entries, String rest) {
    }

    static Result of(String text) {
        ReadLines reader = new ReadLines();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i < MAX_LINES) {
                reader.line(lines[i]);
            } else {
                reader.plain(lines[i]);
            }
        }
        reader.close();
        return new Result(reader.entries, reader.rest.toString().strip());
    }

    /** Whether something new begins with this line. */
    static boolean beginsWithLabel(String line) {
        return Labels.of(line).isPresent() || WITH_COLON.matcher(line.strip()).lookingAt();
    }

    private void line(String line) {
        Optional<Label> alone = Labels.of(line);
        if (alone.isPresent()) {
            open(alone.get(), "", line.matches(".*[:：]\\s*") ? COLON : HEADING);
            return;
        }
        if (columns(line)) {
            return;
        }
        List<MatchedLabel> labels = labels(line);
        if (labels.isEmpty()) {
            plain(line);
            return;
        }
        String before = line.substring(0, labels.get(0).start()).strip();
        if (OFFICE_LINE.matcher(before).matches()) {
            rest.append(line).append('\n');
            return;
        }
        if (!before.isEmpty()) {
            plain(before);
        }
        for (int i = 0; i < labels.size(); i++) {
            int end = i + 1 < labels.size() ? labels.get(i + 1).start() : line.length();
            MatchedLabel each = labels.get(i);
            open(each.label(), line.substring(each.end(), end).strip(), each.confidence());
        }
    }

    /** A table without lines: 姓名 测试甲 电话 …, or a row of labels and below it a row of values. */
    private boolean columns(String line) {
        String[] columns = COLUMNS.split(line.strip());
        List<Optional<Label>> found = Arrays.stream(columns).map(Labels::of).toList();
        long labels = found.stream().filter(Optional::isPresent).count();
        List<Label> header = titles;
        titles = List.of();
        if (columns.length > 1 && labels == columns.length) {
            close();
            titles = found.stream().map(Optional::get).toList();
            return true;
        }
        if (labels == 0 && columns.length > 1 && columns.length == header.size()) {
            for (int i = 0; i < columns.length; i++) {
                open(header.get(i), columns[i], NO_COLON);
            }
            return true;
        }
        if (columns.length < 2 || found.get(0).isEmpty()) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            if (found.get(i).isPresent()) {
                open(found.get(i).get(), "", NO_COLON);
            } else {
                open = open.with(columns[i]);
            }
        }
        return true;
    }

    private record MatchedLabel(int start, int end, Label label, double confidence) {
    }

    private List<MatchedLabel> labels(String line) {
        List<MatchedLabel> labels = new ArrayList<>();
        boolean colon = line.indexOf(':') >= 0 || line.indexOf('：') >= 0;
        Matcher found = WITH_COLON.matcher(colon ? line.substring(0, Math.min(line.length(), MAX_LENGTH)) : "");
        boolean prose = open != null && open.label().isField() && open.label().field().manyLines();
        while (found.find()) {
            Optional<Label> label = Labels.of(found.group(1));
            String before = line.substring(0, found.start());
            boolean first = before.isBlank();
            if (label.isEmpty() || prose && !first && !before.matches(".*(?:[\\s　]{2,}|\\t)")) {
                continue;
            }
            prose = label.get().isField() && label.get().field().manyLines();
            labels.add(new MatchedLabel(found.start(), found.end(), label.get(), COLON));
        }
        if (labels.isEmpty() || !line.substring(0, labels.get(0).start()).isBlank()) {
            withoutColon(line).ifPresent(each -> labels.add(0, each));
        }
        return labels;
    }

    /** 姓名 测试甲: a label, white space, a value. */
    private Optional<MatchedLabel> withoutColon(String line) {
        Matcher found = BEFORE_SPACE.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        Optional<Label> label = Labels.of(found.group(1));
        boolean inProse = open != null && open.label().isField() && open.label().field().manyLines()
                && !found.group().matches("(?s).*[\\t】\\]].*|.*[\\s　]{2,}");
        return label.filter(each -> each.isField() && !inProse && each.confidence() > 0.7 || !each.isField() && !inProse)
                .map(each -> new MatchedLabel(found.start(), found.end(), each, NO_COLON));
    }

    private void open(Label label, String value, double confidence) {
        close();
        open = new Entry(label, value, confidence);
    }

    private void plain(String line) {
        boolean mayGoOn = open != null && (open.value().isBlank() ? !open.label().kind().equals(Label.Kind.OFFICE)
                : open.label().isField() && open.label().field().manyLines());
        if (mayGoOn && !(line.isBlank() && open.value().isBlank())) {
            open = open.with(line.strip());
            return;
        }
        if (!line.isBlank()) {
            close();
        }
        rest.append(line).append('\n');
    }

    private void close() {
        if (open != null) {
            entries.add(open);
            open = null;
        }
    }
}
