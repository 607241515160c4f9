package io.minsheng.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.quarkus.panache.common.Sort;

/**
 * Which part of a list is wanted, checked: page from 0, size 1 to 200 (default 20), sort by a listed field only.
 *
 * @param sortField the property to sort by
 */
public record Paging(int page, int size, String sortField, boolean ascending) {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;
    /** The rows before it can still be counted. */
    private static final int LAST_PAGE = 10_000_000;

    /**
     * Checks what the caller asked for.
     *
     * @param sort {@code field,asc} or {@code field,desc}; null for the default
     * @param fields allowed names in the contract and the properties they mean; the first is the default
     * @throws Refusal 400
     */
    public static Paging of(Integer page, Integer size, String sort, Map<String, String> fields, String defaultSort) {
        List<Violation> violations = new ArrayList<>();
        int wantedPage = page == null ? 0 : page;
        int wantedSize = size == null ? DEFAULT_SIZE : size;
        if (wantedPage < 0 || wantedPage > LAST_PAGE) {
            violations.add(new Violation("page", wantedPage < 0 ? "页码从 0 开始。" : "没有这一页。"));
        }
        if (wantedSize < 1 || wantedSize > MAX_SIZE) {
            violations.add(new Violation("size", "每页 1 到 200 条。"));
        }
        String[] parts = (sort == null || sort.isBlank() ? defaultSort : sort).split(",", 2);
        String direction = parts.length == 2 ? parts[1] : "asc";
        if (!fields.containsKey(parts[0]) || !List.of("asc", "desc").contains(direction)) {
            violations.add(new Violation("sort", "可排序的字段：" + String.join("、", fields.keySet()) + "；方向 asc 或 desc。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new Paging(wantedPage, wantedSize, fields.get(parts[0]), direction.equals("asc"));
    }

    /** The order, made total by the id. Empty values get no place of their own, else no index of PostgreSQL would serve. */
    public Sort order() {
        Sort.Direction direction = ascending ? Sort.Direction.Ascending : Sort.Direction.Descending;
        return Sort.by(sortField, direction).and("id", direction);
    }
}
