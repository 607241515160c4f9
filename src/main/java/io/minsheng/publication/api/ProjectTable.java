package io.minsheng.publication.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.minsheng.implementation.ProjectProgress;
import io.minsheng.platform.text.Csv;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.publication.PublishedLists.PublishedList;
import io.minsheng.publication.PublishedLists.Row;

/** The published rows as CSV for spreadsheets. */
final class ProjectTable {

    private static final List<String> HEADER = List.of("名单", "序号", "主要任务", "事项类别", "预期目标", "牵头单位", "配合单位", "完成时限",
            "建议条数", "建议人数", "年度投资计划（万元）", "进展月份", "月度进展情况", "完成数量", "累计完成投资（万元）", "完成占比（%）", "状态", "亮灯", "照片");

    private ProjectTable() {
    }

    /** @param url makes the addresses of photos, which are read elsewhere */
    static String csv(List<PublishedList> lists, PublicUrl url) {
        StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(HEADER));
        for (PublishedList list : lists) {
            for (Row row : list.rows()) {
                List<String> cells = new ArrayList<>(List.of(list.title(), String.valueOf(row.position()), row.title(),
                        row.category().name(), row.target() == null ? "" : row.target(), row.leadNames(), row.assistNames(),
                        row.due(), String.valueOf(row.suggestions()), String.valueOf(row.people())));
                cells.addAll(progress(row.progress()));
                cells.add(row.progress().months().stream().flatMap(each -> each.photos().stream())
                        .map(each -> url.to(each.path())).collect(Collectors.joining(" ")));
                csv.append(Csv.line(cells));
            }
        }
        return csv.toString();
    }

    private static List<String> progress(ProjectProgress progress) {
        ProjectProgress.Month newest = progress.newest();
        return List.of(say(progress.investment()), newest == null ? "" : newest.month(), newest == null ? "" : newest.text(),
                newest == null ? "" : say(newest.value()), say(progress.invested()), say(progress.share()),
                newest == null ? "" : newest.status().label(), progress.light().label());
    }

    private static String say(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
