package io.minsheng.decision;

import java.math.BigDecimal;
import java.util.List;

/**
 * What goes to the meeting: the frozen list as a table. No personal data and no words of authors, since leaders read it.
 *
 * @param name of its files, without extension: which list of which campaign in which version
 * @param title 2025年第1批备选名单
 * @param office who made it
 * @param frozen when and by whom the list was frozen, in words
 * @param digest SHA-256 of the frozen list, hex
 */
public record MeetingPackage(String id, String name, String title, String office, String frozen, int version, String digest,
        List<Row> rows) {

    /** The columns, in the order of {@link Row}. */
    static final List<String> COLUMNS = List.of("序号", "主要任务", "预期目标", "牵头单位", "配合单位", "完成时限", "估算投资（万元）", "来自建议（条）",
            "涉及人数", "主办评分");

    /**
     * One candidate; anything but the number may be empty.
     *
     * @param estimate in 万元, or null
     * @param score 1 to 5, or null
     */
    public record Row(int number, String title, String target, String leads, String assists, String due, BigDecimal estimate,
            int suggestions, int people, BigDecimal score) {

        /** As people read them, in the order of the columns. */
        List<String> cells() {
            return List.of(String.valueOf(number), title, text(target), text(leads), text(assists), text(due), plain(estimate),
                    String.valueOf(suggestions), String.valueOf(people), plain(score));
        }
    }

    /** What proves that this is the list that was frozen. */
    String seal() {
        return "本表由第 " + version + " 版备选名单生成，" + frozen + "；名单摘要（SHA-256）：" + digest;
    }

    BigDecimal estimates() {
        return rows.stream().map(Row::estimate).filter(each -> each != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int suggestions() {
        return rows.stream().mapToInt(Row::suggestions).sum();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
