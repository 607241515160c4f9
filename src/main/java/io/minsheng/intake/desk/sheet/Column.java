package io.minsheng.intake.desk.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.minsheng.campaign.AskedField;

/**
 * What a column of a spreadsheet may hold: the fields of the form under the campaign's labels and the aliases that people use
 * (domain: the form), and what only a desk knows.
 */
public enum Column {

    TITLE("title", "title", "建议事项名称", "事项名称", "项目名称", "建议名称", "建议题目", "标题"),
    CATEGORY("category", "category", "事项类别", "项目类别", "建议类别", "类别"),
    CONTENT("content", "content", "建议内容", "具体内容", "主要内容", "建设内容", "内容"),
    REASON("reason", "reason", "建议理由", "理由", "必要性", "主要理由和解决方案", "现状问题"),
    PLACE("place", "place", "实施地点", "建设地点", "具体地点", "地点"),
    BENEFICIARIES("beneficiaries", "beneficiaries", "受益范围", "受益人群", "受益人数"),
    TARGET("target", "target.text", "预期目标", "年度目标", "工作目标", "量化目标"),
    NAME("name", "proposer.name", "建议人", "姓名", "填表人", "建议人姓名", "单位名称", "填报单位"),
    PHONE("phone", "proposer.phone", "联系电话", "电话", "手机", "联系方式", "手机号码"),
    EMAIL("email", "proposer.email", "电子邮箱", "邮箱", "e-mail"),
    ADDRESS("address", "proposer.address", "联系地址", "通讯地址", "住址", "地址"),
    TOWNSHIP(null, "township", "所在镇街", "镇街", "所属镇街"),
    KIND(null, "proposer.kind", "建议人身份", "身份"),
    REPLY(null, "proposer.replyWanted", "是否需要答复", "需要答复", "是否答复"),
    CHANNEL(null, "channel", "来源", "渠道", "征集渠道"),
    RECEIVED(null, "receivedOn", "收到日期", "来信日期", "登记日期"),
    POSTMARKED(null, "postmarkedOn", "邮戳日期"),
    ENVELOPE(null, "envelope", "信封编号", "信封号", "来信编号", "来件编号");

    private final String asked;
    private final String field;
    private final List<String> labels;

    Column(String asked, String field, String... labels) {
        this.asked = asked;
        this.field = field;
        this.labels = List.of(labels);
    }

    /** As errors call the field (contract). */
    public String field() {
        return field;
    }

    /** Whether it holds this field of the form. */
    boolean isFor(String code) {
        return code.equals(asked);
    }

    /** What a campaign's form calls it; columns of the desk have names of their own. */
    public String label(List<AskedField> form) {
        return form.stream().filter(each -> each.code().equals(asked)).findFirst().map(AskedField::label)
                .orElse(labels.get(0));
    }

    /** The columns of a campaign's own spreadsheet: its form without the date on paper, then what the desk adds. */
    static List<Column> of(List<AskedField> form) {
        List<Column> columns = new ArrayList<>();
        for (AskedField each : form) {
            Arrays.stream(values()).filter(column -> each.code().equals(column.asked)).forEach(columns::add);
        }
        Arrays.stream(values()).filter(column -> column.asked == null).forEach(columns::add);
        return columns;
    }

    /** The column that a header names. */
    static Optional<Column> named(String header, List<AskedField> form) {
        String key = key(header);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(values()).filter(each -> key(each.label(form)).equals(key)).findFirst()
                .or(() -> Arrays.stream(values()).filter(each -> each.labels.stream().anyMatch(label -> key(label).equals(key)))
                        .findFirst());
    }

    /** The column to which an error belongs. */
    static Optional<Column> ofField(String field) {
        return Arrays.stream(values()).filter(each -> each.field.equals(field)).findFirst();
    }

    /** Bare words: full or half width, without white space, marks and notes in brackets. */
    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\([^()]*\\)", "")
                .replaceAll("[\\s*※:_]+", "");
    }
}
