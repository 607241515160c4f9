package io.minsheng.workflow.picture;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Paints the sign over a current step, such as “你在这里”. */
final class BadgePainter {

    private static final double HEIGHT = 24;
    private static final double POINTER = 6;

    private final Svg svg;

    BadgePainter(Svg svg) {
        this.svg = svg;
    }

    void paint(String label, Bounds box) {
        double width = TextWrap.width(label) * Words.STEP_SIZE + 24;
        double x = box.getX() + box.getWidth() / 2;
        double foot = box.getY() - 3;
        double top = foot - POINTER - HEIGHT;
        svg.open("g", "class", "bpmn-badge");
        svg.leaf("rect", "x", x - width / 2, "y", top, "width", width, "height", HEIGHT, "rx", HEIGHT / 2);
        svg.leaf("path", "d", "M" + Svg.number(x - POINTER) + ' ' + Svg.number(top + HEIGHT - 1) + 'h' + Svg.number(2 * POINTER)
                + "l" + Svg.number(-POINTER) + ' ' + Svg.number(POINTER + 1) + 'z');
        svg.element("text", label, "x", x, "y", top + HEIGHT / 2 + 5);
        svg.close("g");
    }
}
