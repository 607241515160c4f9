package io.minsheng.workflow.picture;

import java.util.List;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Sets names into the picture. The font sizes here and those in process.css belong together: wrapping counts with them. */
final class Words {

    static final double STEP_SIZE = 14;
    static final double LABEL_SIZE = 12;
    private static final double LEADING = 1.25;

    private final Svg svg;

    Words(Svg svg) {
        this.svg = svg;
    }

    /** A name in the middle of a shape. */
    void inside(String name, Bounds box, double padding) {
        List<String> lines = TextWrap.lines(name, (box.getWidth() - 2 * padding) / STEP_SIZE);
        double middle = box.getY() + box.getHeight() / 2;
        double first = middle - (lines.size() - 1) * STEP_SIZE * LEADING / 2 + STEP_SIZE * 0.36;
        write(lines, "bpmn-name", box.getX() + box.getWidth() / 2, first, STEP_SIZE);
    }

    /** A name where the diagram says that it stands; two pixels of mercy, since modellers measure other fonts. */
    void label(String name, Bounds box) {
        List<String> lines = TextWrap.lines(name, (box.getWidth() + 2) / LABEL_SIZE);
        write(lines, "bpmn-label", box.getX() + box.getWidth() / 2, box.getY() + LABEL_SIZE * 0.92, LABEL_SIZE);
    }

    void heading(String name, Bounds box) {
        svg.element("text", name, "class", "bpmn-heading", "x", box.getX() + 14, "y", box.getY() + 24);
    }

    private void write(List<String> lines, String cssClass, double x, double firstBaseline, double size) {
        double y = firstBaseline;
        svg.open("text", "class", cssClass);
        for (String line : lines) {
            svg.element("tspan", line, "x", x, "y", y);
            y += size * LEADING;
        }
        svg.close("text");
    }
}
