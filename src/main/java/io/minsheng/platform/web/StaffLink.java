package io.minsheng.platform.web;

import java.util.List;

/**
 * One entry of the staff navigation.
 *
 * @param path where it leads, below the site's root
 * @param label what it says
 * @param roles codes of the roles that see it
 */
public record StaffLink(String path, String label, List<String> roles) {

    static final List<StaffLink> ALL = List.of(
            new StaffLink("/staff", "工作台", List.of("TRIAGE", "DEPARTMENT", "CHIEF", "LEADER")),
            new StaffLink("/staff/desk", "窗口登记", List.of("REGISTRAR", "TRIAGE")),
            new StaffLink("/staff/cases", "案件", List.of("REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER")),
            new StaffLink("/staff/topics", "热点", List.of("TRIAGE", "CHIEF", "LEADER")),
            new StaffLink("/staff/lists", "备选名单", List.of("TRIAGE", "CHIEF", "LEADER")),
            new StaffLink("/staff/projects", "项目", List.of("TRIAGE", "DEPARTMENT", "CHIEF", "LEADER")),
            new StaffLink("/staff/answers", "答复台账", List.of("TRIAGE", "CHIEF")),
            new StaffLink("/staff/campaigns", "征集活动", List.of("TRIAGE", "CHIEF", "LEADER", "AUDITOR", "ADMIN")),
            new StaffLink("/staff/closing", "结案核对", List.of("TRIAGE", "CHIEF", "LEADER", "AUDITOR")),
            new StaffLink("/staff/mailbox", "邮箱", List.of("TRIAGE", "ADMIN")),
            new StaffLink("/staff/admin/accounts", "账号", List.of("ADMIN")),
            new StaffLink("/staff/admin/mailboxes", "邮箱设置", List.of("ADMIN")),
            new StaffLink("/staff/admin/digest", "运行简报", List.of("ADMIN")),
            new StaffLink("/staff/calendar", "工作日历", List.of("ADMIN")),
            new StaffLink("/staff/outbox", "外发邮件", List.of("TRIAGE", "CHIEF")),
            new StaffLink("/staff/synonyms", "同义词", List.of("TRIAGE", "CHIEF", "ADMIN")),
            new StaffLink("/staff/audit", "审计", List.of("AUDITOR")));
}
