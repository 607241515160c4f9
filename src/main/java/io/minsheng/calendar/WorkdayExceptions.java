package io.minsheng.calendar;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All exceptions to Monday-to-Friday. */
@ApplicationScoped
public class WorkdayExceptions implements PanacheRepositoryBase<WorkdayException, LocalDate> {
}
