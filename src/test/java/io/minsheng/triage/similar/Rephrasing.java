package io.minsheng.triage.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes, from a seed, what other people would have written: of the sentences of a suggestion one in three remains, in another
 * order; half of the words of a table are said otherwise (not the table the program uses); one in ten characters is left out;
 * numbers change; the title is turned, and one in three says nothing. The township stays. And it makes strangers: a title of
 * one suggestion in another township over sentences of three others of the same category.
 */
final class Rephrasing {

    private static final List<String> OPENINGS = List.of("我是附近的住户，", "向领导反映一下，", "跟邻居们商量过，", "冒昧提个想法：", "");
    private static final List<String> TITLES = List.of("希望%s", "盼着%s", "能不能%s", "%s，行不行", "%s的请求");
    private static final Map<String, String> SAID = new TreeMap<>(Map.ofEntries(Map.entry("建议", "希望"), Map.entry("没有", "缺少"),
            Map.entry("需要", "得要"), Map.entry("希望", "盼望"), Map.entry("解决", "处理好"), Map.entry("老人", "上了年纪的人"),
            Map.entry("孩子", "学生娃"), Map.entry("学校", "校里"), Map.entry("医院", "看病的地方"), Map.entry("晚上", "夜里"),
            Map.entry("现在", "目前"), Map.entry("很多", "不少"), Map.entry("非常", "特别"), Map.entry("经常", "老是"),
            Map.entry("居民", "住户"), Map.entry("群众", "大家"), Map.entry("方便", "便利"), Map.entry("困难", "难"),
            Map.entry("增加", "多弄些"), Map.entry("安装", "装上"), Map.entry("建设", "修"), Map.entry("改造", "翻修"),
            Map.entry("维修", "修理"), Map.entry("公交", "客车"), Map.entry("停车", "放车"), Map.entry("路灯", "照明"),
            Map.entry("垃圾", "脏东西"), Map.entry("工作", "活路"), Map.entry("附近", "周围"), Map.entry("危险", "不安全")));

    private final Random random;

    Rephrasing(long seed) {
        this.random = new Random(seed);
    }

    record Suggestion(String category, String title, String content) {
    }

    /** In other words; {@code place} is the township it names, or null. */
    Suggestion rephrased(Suggestion each, String place) {
        List<String> sentences = new ArrayList<>(Arrays.asList(each.content().split("(?<=[。！？；])")));
        Collections.shuffle(sentences, random);
        int kept = Math.max(1, (int) Math.round(sentences.size() / 3.0));
        String content = pick(OPENINGS) + (place == null ? "" : "在" + place + "，")
                + otherwise(String.join("", sentences.subList(0, kept)));
        String title = each.title().replaceFirst("^关于", "").replaceFirst("的(建议|请求)$", "");
        return new Suggestion(each.category(),
                random.nextInt(3) == 0 ? "反映一个民生问题" : pick(TITLES).formatted(otherwise(title)), content);
    }

    /**
     * Somebody else's suggestion.
     *
     * @param copied titles of those whose sentences it has: for them it is no stranger
     */
    record Stranger(Suggestion words, Set<String> copied) {
    }

    Stranger stranger(List<Suggestion> all, List<String> places) {
        Suggestion head = pick(all);
        List<Suggestion> same = all.stream().filter(each -> each.category().equals(head.category())).toList();
        Set<String> copied = new HashSet<>();
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Suggestion source = pick(same);
            copied.add(source.title());
            content.append(pick(Arrays.asList(source.content().split("(?<=[。！？；])"))));
        }
        return new Stranger(moved(new Suggestion(head.category(), head.title(), content.toString()), places, pick(places)),
                copied);
    }

    /** In another place. */
    Suggestion moved(Suggestion each, List<String> places, String to) {
        String title = each.title();
        String content = each.content();
        for (String place : places) {
            title = title.replace(place, to);
            content = content.replace(place, to);
        }
        return new Suggestion(each.category(), title, content);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String otherwise(String text) {
        String said = text;
        for (Map.Entry<String, String> pair : SAID.entrySet()) {
            if (random.nextBoolean()) {
                said = said.replace(pair.getKey(), pair.getValue());
            }
        }
        StringBuilder left = new StringBuilder();
        said.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                left.append(random.nextInt(1, 10));
            } else if (random.nextInt(10) > 0) {
                left.appendCodePoint(point);
            }
        });
        return left.toString();
    }
}
