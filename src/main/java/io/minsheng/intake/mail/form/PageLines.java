package io.minsheng.intake.mail.form;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** The straight lines that a page draws, measured from its upper left corner in points. Pictures are never opened. */
final class PageLines extends PDFGraphicsStreamEngine {

    private static final double THIN = 4;
    private static final double SHORT = 5;
    private static final int MAX = 20_000;

    private final PDRectangle box;
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<double[]> path = new ArrayList<>();
    private Point2D.Float begin = new Point2D.Float();
    private Point2D.Float current = new Point2D.Float();

    private PageLines(PDPage page) {
        super(page);
        this.box = page.getCropBox();
    }

    static List<Ruling> of(PDPage page) throws IOException {
        PageLines lines = new PageLines(page);
        lines.processPage(page);
        return lines.rulings;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean picture = operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)
                || operator.getName().equals(OperatorName.DRAW_OBJECT) && !operands.isEmpty()
                        && operands.get(0) instanceof COSName name && getResources() != null
                        && getResources().isImageXObject(name);
        boolean text = operator.getName().startsWith("T") && operator.getName().length() == 2
                || operator.getName().equals("'") || operator.getName().equals("\"");
        if (!picture && !text) {
            super.processOperator(operator, operands);
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        add(p0, p1);
        add(p1, p2);
        add(p2, p3);
        add(p3, p0);
    }

    private void add(Point2D from, Point2D to) {
        if (path.size() < MAX) {
            path.add(new double[] { from.getX(), from.getY(), to.getX(), to.getY() });
        }
    }

    @Override
    public void moveTo(float x, float y) {
        begin = new Point2D.Float(x, y);
        current = begin;
    }

    @Override
    public void lineTo(float x, float y) {
        Point2D.Float next = new Point2D.Float(x, y);
        add(current, next);
        current = next;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        add(current, begin);
        current = begin;
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        path.forEach(each -> line(each[0], each[1], each[2], each[3]));
        path.clear();
    }

    /** Many programs draw a line as a thin filled area. */
    @Override
    public void fillPath(int windingRule) {
        if (!path.isEmpty()) {
            double left = path.stream().mapToDouble(each -> Math.min(each[0], each[2])).min().orElse(0);
            double right = path.stream().mapToDouble(each -> Math.max(each[0], each[2])).max().orElse(0);
            double low = path.stream().mapToDouble(each -> Math.min(each[1], each[3])).min().orElse(0);
            double high = path.stream().mapToDouble(each -> Math.max(each[1], each[3])).max().orElse(0);
            if (high - low < THIN) {
                line(left, (low + high) / 2, right, (low + high) / 2);
            } else if (right - left < THIN) {
                line((left + right) / 2, low, (left + right) / 2, high);
            } else if (path.size() > 8) {
                strokePath();
            }
        }
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    private void line(double x1, double y1, double x2, double y2) {
        double left = Math.min(x1, x2) - box.getLowerLeftX();
        double right = Math.max(x1, x2) - box.getLowerLeftX();
        double top = box.getUpperRightY() - Math.max(y1, y2);
        double bottom = box.getUpperRightY() - Math.min(y1, y2);
        if (rulings.size() >= MAX) {
            return;
        }
        if (bottom - top < 1 && right - left > SHORT) {
            rulings.add(new Ruling(true, (top + bottom) / 2, left, right));
        } else if (right - left < 1 && bottom - top > SHORT) {
            rulings.add(new Ruling(false, (left + right) / 2, top, bottom));
        }
    }

    @Override
    public void drawImage(PDImage image) {
        // no picture is opened
    }

    @Override
    public void clip(int windingRule) {
        // what is clipped away does no harm here
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // a colour is no line
    }
}
