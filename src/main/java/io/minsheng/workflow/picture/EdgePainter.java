package io.minsheng.workflow.picture;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Paints the flows with their arrow heads and names. */
final class EdgePainter {

    private final Svg svg;
    private final Words words;
    private final String arrow;

    /** @param prefix makes the ids of the arrow heads unique when a page holds several pictures */
    EdgePainter(Svg svg, String prefix) {
        this.svg = svg;
        this.words = new Words(svg);
        this.arrow = prefix + "-arrow";
    }

    /** The arrow heads; two of them, since a marker cannot take the colour of its line in every browser. */
    void defineArrows() {
        svg.open("defs");
        defineArrow(arrow, "bpmn-arrow");
        defineArrow(arrow + "-done", "bpmn-arrow bpmn-done");
        svg.close("defs");
    }

    void paint(SequenceFlow flow, BpmnEdge edge, boolean taken) {
        svg.leaf("path", "class", taken ? "bpmn-flow bpmn-done" : "bpmn-flow", "d", path(List.copyOf(edge.getWaypoints())),
                "marker-end", "url(#" + (taken ? arrow + "-done" : arrow) + ')', "data-flow", flow.getId());
        // equal for gateways and activities, which have a default flow without a common type
        if (flow.getId().equals(flow.getSource().getAttributeValue("default"))) {
            markDefault(edge);
        }
    }

    /** Names come after all lines, so that no line runs over a word. */
    void label(SequenceFlow flow, BpmnEdge edge) {
        if (flow.getName() != null && edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
            words.label(flow.getName(), edge.getBpmnLabel().getBounds());
        }
    }

    private void defineArrow(String id, String cssClass) {
        svg.open("marker", "id", id, "viewBox", "0 0 10 10", "refX", 9.5, "refY", 5.0, "markerWidth", 9.0,
                "markerHeight", 9.0, "markerUnits", "userSpaceOnUse", "orient", "auto")
                .leaf("path", "class", cssClass, "d", "M0 0.8L10 5L0 9.2z")
                .close("marker");
    }

    private void markDefault(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        double dx = Math.signum(points.get(1).getX() - points.get(0).getX());
        double dy = Math.signum(points.get(1).getY() - points.get(0).getY());
        double x = points.get(0).getX() + 10 * dx;
        double y = points.get(0).getY() + 10 * dy;
        svg.leaf("path", "class", "bpmn-flow", "d",
                "M" + Svg.number(x - 4) + ' ' + Svg.number(y + 4) + 'L' + Svg.number(x + 4) + ' ' + Svg.number(y - 4));
    }

    private static String path(List<Waypoint> points) {
        return points.stream().map(p -> Svg.number(p.getX()) + ' ' + Svg.number(p.getY()))
                .collect(Collectors.joining("L", "M", ""));
    }
}
