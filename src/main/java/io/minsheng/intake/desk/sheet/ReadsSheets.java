package io.minsheng.intake.desk.sheet;

import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.FormReader;

/** What spreadsheets of a desk are read by: no field may be called what another column is called. */
@Singleton
class ReadsSheets implements FormReader {

    @Override
    public String name() {
        return "批量导入表";
    }

    @Override
    public boolean reads(String code, String label) {
        return Column.named(label, List.of()).filter(each -> !each.isFor(code)).isEmpty();
    }

    @Override
    public List<String> labels(String code) {
        return List.of();
    }
}
