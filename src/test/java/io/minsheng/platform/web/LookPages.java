package io.minsheng.platform.web;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.minsheng.platform.error.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Pages that hold every part of the look once, for the tests and for people who change it. */
@Path("/look")
public class LookPages {

    /** An entry of the sample time line. */
    public record Entry(Instant at, String label, String text) {
    }

    @CheckedTemplate(basePath = "look")
    static class Templates {
        static native TemplateInstance open(List<Choice> choices, FormErrors errors, List<Entry> entries, Page<String> page);

        static native TemplateInstance staff(List<Choice> choices, Page<String> page);

        private Templates() {
        }
    }

    private static final List<Choice> CHOICES = List.of(new Choice("EDUCATION", "教育事业"), new Choice("HEALTH", "医疗卫生"),
            new Choice("TRANSPORT", "交通出行"), new Choice("OTHER", "其他"));

    @GET
    public TemplateInstance open() {
        return Templates.open(CHOICES,
                FormErrors.of(List.of(new Violation("title", "请填写建议事项名称，4 至 60 字。"),
                        new Violation("consent", "请阅读并同意个人信息保护说明。"))),
                List.of(new Entry(Instant.parse("2024-10-08T02:11:00Z"), "已收到", "您的建议已登记。"),
                        new Entry(Instant.parse("2024-10-09T02:11:00Z"), "分类整理", ""),
                        new Entry(Instant.parse("2024-10-14T06:40:00Z"), "评估论证", "有关部门正在研究：区教委（牵头）。")),
                new Page<>(List.of(), 87, 1, 20));
    }

    @GET
    @Path("/staff")
    public TemplateInstance staff() {
        return Templates.staff(CHOICES, new Page<>(List.of(), 87, 1, 20));
    }
}
