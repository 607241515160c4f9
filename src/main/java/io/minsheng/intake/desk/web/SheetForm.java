package io.minsheng.intake.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jboss.resteasy.reactive.server.multipart.FormValue;

import io.minsheng.intake.desk.sheet.CheckSheet;
import io.minsheng.intake.desk.sheet.SheetDefaults;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Channel;
import io.quarkus.qute.TemplateData;

/** What was chosen beside an uploaded spreadsheet; kept on the page after an error. */
@TemplateData
public record SheetForm(String campaign, String desk, String channel, String receivedOn) {

    static final String FILE = "file";

    static SheetForm sent(Map<String, Collection<FormValue>> parts) {
        return new SheetForm(value(parts, "campaign"), value(parts, "desk"), value(parts, "channel"),
                value(parts, "receivedOn"));
    }

    /** @throws Refusal 400 without a file, with several, or with a day that is none */
    CheckSheet.Upload upload(Map<String, Collection<FormValue>> parts) {
        List<FormValue> files = parts.getOrDefault(FILE, List.of()).stream()
                .filter(each -> each.isFileItem() && each.getFileName() != null && !each.getFileName().isEmpty()).toList();
        if (files.size() != 1) {
            throw Refusal.invalid(FILE, files.isEmpty() ? "请选择表格文件。" : "一次只上传一个文件。");
        }
        return new CheckSheet.Upload(files.get(0).getFileName(), content(files.get(0)), campaign, desk,
                new SheetDefaults(Arrays.stream(Channel.values()).filter(each -> each.name().equals(channel)).findFirst()
                        .orElse(null), day()));
    }

    private LocalDate day() {
        try {
            return receivedOn.isBlank() ? null : LocalDate.parse(receivedOn.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("receivedOn", "日期请写成 2024-10-21 的样子。");
        }
    }

    private static InputStream content(FormValue file) {
        try {
            return file.getFileItem().getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Map<String, Collection<FormValue>> parts, String name) {
        return parts.getOrDefault(name, List.of()).stream().filter(each -> !each.isFileItem()).map(FormValue::getValue)
                .findFirst().orElse("");
    }
}
