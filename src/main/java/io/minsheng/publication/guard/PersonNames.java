package io.minsheng.publication.guard;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a field for an author holds a person's Chinese name, and not that of an office or a program. */
public final class PersonNames {

    private static final Pattern FORM = Pattern.compile("\\p{IsHan}{2,4}");
    /** The hundred most frequent surnames (Ministry of Public Security, 2020), of which nearly nine of ten people have one. */
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
            + "谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向汤";
    private static final Set<String> DOUBLE = Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "慕容", "令狐", "司徒");
    private static final Set<String> NO_NAMES = Set.of("马拉松", "高新区", "金山", "方正", "江南", "黄河", "高级用户", "金山办公", "于洪区");

    private PersonNames() {
    }

    public static boolean looksLikeOne(String text) {
        String name = text.strip();
        return FORM.matcher(name).matches() && (SURNAMES.indexOf(name.charAt(0)) >= 0 || DOUBLE.contains(name.substring(0, 2)))
                && !NO_NAMES.contains(name)
                && !name.matches(".*(?:局|委|办|区|镇|乡|街道|公司|科|处|室|中心|用户)");
    }
}
