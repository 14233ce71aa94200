package org.dragoman.eval.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.eval.table.TableFormat;
import org.junit.jupiter.api.Test;

import java.util.List;

class AlignmentTableTest {

    @Test
    void csvHasARowForEachWeight() {
        var one = new SoftAlignment(List.of("a,b"), List.of("x", "\""), new double[][] {{0.5}, {0.1f}});
        var other = new SoftAlignment(List.of("a,b"), List.of("x", "\""), new double[][] {{1}, {0.1f}});
        var table = AlignmentTable.of(List.of(new LayeredAlignment(List.of(List.of(one, other)))));
        assertThat(TableFormat.CSV.write(table)).startsWith("""
                sentence,layer,head,source index,target index,source,target,weight
                1,0,0,0,0,"a,b",x,0.5
                1,0,0,0,1,"a,b",\"""\",0.1
                1,0,1,0,0,"a,b",x,1
                1,0,1,0,1,"a,b",\"""\",0.1
                1,average,average,0,0,"a,b",x,0.75
                """);
    }
}
