package io.minsheng.intake.mail.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the labels of the form (domain: 征集表), however they are numbered, spaced, marked and annotated. */
final class Labels {

    private static final double CALL = 0.95;
    private static final double RARER = 0.8;
    private static final double CONTACT_PERSON = 0.6;
    private static final int MAX_LENGTH = 80;
    private static final String NUMBERING = "(?:[(（]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．:：,，]+\\s*)?";
    private static final Pattern LEADING_NUMBER = Pattern
            .compile("^(?:\\(?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[).、,:]+|\\((?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\))");
    private static final Pattern BRACKETED = Pattern.compile("\\([^()]{0,60}\\)|〔[^〕]{0,60}〕|<[^<>]{0,60}>");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{IsHan}A-Za-z0-9(]+|[^\\p{IsHan}A-Za-z0-9)]+$");
    private static final Pattern JOINT = Pattern.compile("[/、,，&]|及|与|和|或");
    private static final Pattern OFFICE = Pattern.compile(
            "(?:以下|此栏|本栏|下栏)?.{0,12}(?:工作人员|受理单位|征集单位|办公室|主管部门|经办|窗口|受理方|收件方).{0,6}(?:填写|登记|填)|(?:办理|受理|处理|收件)(?:情况|登记|记录|结果)|"
                    + ".{0,12}(?:审核|审批|审查|受理|办理|处理|初审|复审|社区|村委会|居委会|镇街|街道|镇|部门|单位|领导|科室).{0,4}(?:意见|批示)");
    private static final List<String> OTHERS = List.of("性别", "年龄", "民族", "身份证号", "身份证号码", "身份证", "证件号码", "职业", "职务", "职称",
            "工作单位", "政治面貌", "文化程度", "学历", "备注", "附件", "附图", "序号", "编号", "受理编号", "是否公开", "希望答复", "是否需要答复", "是否答复", "答复方式",
            "回复方式",
            "身份", "建议人身份", "建议人类别", "建议人类型", "邮编", "邮政编码", "资金来源", "投资估算", "预计投资", "估算投资", "总投资", "投资额", "所需资金", "资金需求", "实施时间",
            "建设时间", "建设周期", "实施期限", "完成时限", "完成时间", "责任单位", "牵头单位", "配合单位", "实施主体", "实施单位", "建设单位", "建议实施单位", "出生年月", "出生日期",
            "户籍",
            "微信", "微信号", "qq", "qq号", "传真", "界别", "代表团", "届次", "说明", "填表说明", "填写说明", "注", "咨询电话", "监督电话", "办公电话", "受理电话",
            "值班电话", "服务热线",
            "投稿邮箱", "征集邮箱", "收件邮箱", "收件地址", "征集地址", "邮寄地址", "来信地址", "注意事项", "个人信息", "建议人信息", "基本信息", "建议人基本信息", "建议人基本情况",
            "事项信息",
            "建议信息", "联系信息", "收件日期", "受理日期", "收件时间", "受理时间", "接收日期", "登记日期", "征集时间", "截止时间", "单位电话", "办公室电话", "签名", "签字", "盖章",
            "单位盖章",
            "审核日期", "建设性质", "项目性质", "解决方案", "单位", "建议提交", "温馨提示", "提示");
    private static final List<String> PEOPLE = List.of("受理人", "经办人", "登记人", "审核人", "审批人", "接收人", "收件人", "收表人", "承办人", "办理人",
            "工作人员",
            "推荐人", "介绍人", "代办人", "转交人", "见证人", "负责人", "单位负责人", "村干部", "网格员", "驻村干部", "受理单位", "承办单位", "办理单位", "征集单位", "联系单位",
            "主办单位",
            "接收单位", "收件单位", "紧急联系人", "法定代表人", "法人代表", "窗口人员", "录入人", "经手人", "受理人员", "受理人姓名", "经办人员", "经办人姓名", "抄送", "发件人",
            "记录人",
            "代填人", "家属", "配偶", "监护人", "社区书记", "社区联系人", "村联系人", "镇街联系人", "街道联系人", "部门联系人", "办公室联系人");

    private static final Map<String, Label> BY_KEY = new HashMap<>();
    private static final String ANY;

    static {
        for (FormField field : FormField.values()) {
            field.labels().forEach(each -> BY_KEY.put(key(each), new Label(Label.Kind.FIELD, List.of(field), CALL)));
            field.rarer().forEach(each -> BY_KEY.putIfAbsent(key(each), new Label(Label.Kind.FIELD, List.of(field),
                    each.startsWith("联系人") ? CONTACT_PERSON : RARER)));
        }
        OTHERS.forEach(each -> BY_KEY.putIfAbsent(key(each), new Label(Label.Kind.OTHER, List.of(), CALL)));
        PEOPLE.forEach(each -> BY_KEY.putIfAbsent(key(each), new Label(Label.Kind.SOMEONE_ELSE, List.of(), CALL)));
        ANY = BY_KEY.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed())
                .map(each -> each.codePoints().mapToObj(point -> Pattern.quote(Character.toString(point)))
                        .collect(Collectors.joining("[\\s　]{0,6}")))
                .collect(Collectors.joining("|", "(?=[" + firstSigns() + "])(?:", ")"));
    }

    /** A label with numbering, marks and a note behind it, which may have others joined to it; group 1 is the label. */
    static final String PATTERN = NUMBERING + "[*＊※★▲●■◆【\\[<《]*\\s*(" + ANY + "(?:\\s*(?:[/、&]|及|与|和|或)\\s*" + ANY + "){0,2})"
            + "(?:\\s*[(（〔][^()（）〔〕\\n]{0,40}[)）〕])?\\s*[*＊※】\\]>》]*";

    private Labels() {
    }

    /** Most places in a text cannot begin a label: seeing that at the first sign saves trying all labels there. */
    private static String firstSigns() {
        return BY_KEY.keySet().stream().map(each -> each.substring(0, 1)).distinct().collect(Collectors.joining());
    }

    /** What a cell or line that says nothing else announces; empty if it is no label. */
    static Optional<Label> of(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String key = key(text);
        Label known = BY_KEY.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (OFFICE.matcher(key).matches()) {
            return Optional.of(new Label(Label.Kind.OFFICE, List.of(), CALL));
        }
        return joined(key);
    }

    /** 姓名及电话, 建议人/单位 and the like. */
    private static Optional<Label> joined(String key) {
        String[] parts = JOINT.split(key);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Set<FormField> fields = new LinkedHashSet<>();
        double confidence = CALL;
        for (String part : parts) {
            Label label = BY_KEY.get(part);
            if (label == null && !part.equals("单位") || label != null && label.kind() == Label.Kind.SOMEONE_ELSE) {
                return Optional.empty();
            }
            if (label != null && label.isField()) {
                fields.addAll(label.fields());
                confidence = Math.min(confidence, label.confidence());
            }
        }
        return fields.isEmpty() ? Optional.empty()
                : Optional.of(new Label(Label.Kind.FIELD, new ArrayList<>(fields), confidence));
    }

    /** The bare words: half width, lower case, without white space, numbering, marks and notes in brackets. */
    private static String key(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0_]+", "");
        String bare = BRACKETED.matcher(LEADING_NUMBER.matcher(folded.replaceFirst("^[*※★▲●■◆◇]+", "")).replaceFirst(""))
                .replaceAll("");
        bare = EDGES.matcher(bare).replaceAll("");
        return bare.isEmpty() ? EDGES.matcher(folded).replaceAll("") : bare;
    }
}
