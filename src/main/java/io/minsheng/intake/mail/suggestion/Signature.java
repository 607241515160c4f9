package io.minsheng.intake.mail.suggestion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name and mobile number without labels at the end of what somebody wrote. Read only where nothing else can be meant, since a
 * number in a text is mostly another's: it is the only one, a person's name stands before it, both stand apart from the text,
 * and the text does not lead to them.
 *
 * @param above what was written, without it
 */
record Signature(String name, String phone, String above) {

    private static final Pattern BELOW = Pattern
            .compile("(?<=\\n)[ \\t　]*(?<name>[\\p{IsHan}·]{2,10})(?:[ \\t　,，:：]+|\\s*\\n[ \\t　]*)"
                    + "(?:\\+?86[ -]?)?(?<phone>1[3-9]\\d(?:[ -]?\\d{4}){2})[ \\t　]*"
                    + "(?:\\n\\s*\\d{4}[年./-]\\d{1,2}[月./-]\\d{1,2}日?)?\\s*\\z");
    private static final Pattern APART = Pattern.compile("\\n[ \\t　]*\\n[ \\t　]*\\z|(?:敬礼|谢谢|感谢)[您你]?[！!。.]?\\s*\\z");
    private static final Pattern LEADS_TO = Pattern
            .compile("[:：，,、]\\s*\\z|(?:联系|电话|手机|号码|咨询|拨打|打给|[请可以]找|此人|转告|转交)[^\\n]*\\s*\\z");
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[ -]?\\d){6,}");
    /** The hundred most frequent surnames, and some of two characters. */
    private static final Pattern PERSON = Pattern.compile("(?:欧阳|上官|司马|诸葛|夏侯|皇甫|[王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧肖潘袁蔡蒋余于"
            + "杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱江侯尹薛闫段雷龙黎史陶贺顾毛郝龚邵万覃武钱戴严莫孔向常汤])[\\p{IsHan}]{1,2}");
    private static final Pattern OFFICE = Pattern
            .compile("(?:主任|书记|经理|老师|医生|先生|女士|师傅|[队局站院村镇科处所校园部店班组社会厂]长|老板|同志|支书|警官|律师|教授|司机|[爷奶叔姨哥姐某])$");

    /**
     * What stands below a text.
     *
     * @param text with line ends of one character
     * @param sender whom the mail names as its sender, or null
     */
    static Optional<Signature> below(String text, String sender) {
        Matcher found = BELOW.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group("name");
        String above = text.substring(0, found.start());
        boolean person = name.equals(sender) || PERSON.matcher(name).matches() && !OFFICE.matcher(name).find();
        return person && APART.matcher(above).find() && !LEADS_TO.matcher(above).find() && !DIGITS.matcher(above).find()
                ? Optional.of(new Signature(name, found.group("phone").replaceAll("[ -]", ""), above.strip()))
                : Optional.empty();
    }
}
