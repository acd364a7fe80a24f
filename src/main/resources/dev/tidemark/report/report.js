"use strict";
/* Draws each chart from the table of its figure. Without this script the tables are there, open. */
(() => {
  const MINUTE = 60e3, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const STEPS = [1e3, 5e3, 15e3, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY,
    30 * DAY, 91 * DAY, 182 * DAY, 365 * DAY];
  const SUCCESS = ["incremental", "full-load", "init"];
  const POINTS = {
    "incremental": ["circle", 1], "full-load": ["rectRot", 2], "init": ["triangle", 3], "running": ["star", 5],
    "failed": ["crossRot", 6], "interrupted": ["cross", 6]
  };
  const charts = [];

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const series = number => colour("colour-" + (1 + (number - 1) % 7));
  const number = value => value.toLocaleString("en", {maximumFractionDigits: 2});
  const utc = (time, from, to) => new Date(time).toISOString().slice(from, to).replace("T", " ");

  /* The headings and rows of the figure's table: texts, and numbers where a cell has them. */
  function read(canvas) {
    const table = canvas.closest("figure").querySelector("table");
    const value = cell => {
      const data = cell.querySelector("data, time");
      return !data ? null : data.localName === "time" ? Date.parse(data.dateTime) : Number(data.value);
    };
    return {
      headings: [...table.tHead.rows[0].cells].map(cell => cell.textContent),
      rows: [...table.tBodies[0].rows].map(row => ({
        group: row.dataset.group,
        texts: [...row.cells].map(cell => cell.textContent.trim()),
        values: [...row.cells].map(value)
      }))
    };
  }

  /* The shaded times in which no run came. */
  const gapShades = {
    id: "gaps",
    beforeDatasetsDraw(chart) {
      const {ctx, chartArea: area, scales: {x}} = chart;
      ctx.save();
      ctx.fillStyle = colour("gap");
      chart.config.options.gaps.forEach(([from, to]) => {
        const left = Math.max(area.left, x.getPixelForValue(from));
        const right = Math.min(area.right, x.getPixelForValue(to));
        ctx.fillRect(left, area.top, right - left, area.bottom - area.top);
      });
      ctx.restore();
    }
  };

  function timeAxis(times) {
    const least = Math.min(...times), most = Math.max(...times), margin = Math.max(1e3, (most - least) * 0.02);
    return {
      type: "linear", min: least - margin, max: most + margin, grid: {display: false}, offset: false,
      title: {display: true, text: "time (UTC)"},
      afterBuildTicks(axis) {
        const room = Math.max(2, Math.floor(axis.width / 72));
        const step = STEPS.find(each => (axis.max - axis.min) / each <= room) || STEPS.at(-1);
        axis.step = step;
        axis.ticks = [];
        for (let tick = Math.ceil(axis.min / step) * step; tick <= axis.max; tick += step) {
          axis.ticks.push({value: tick});
        }
      },
      ticks: {
        maxRotation: 0, autoSkip: false,
        callback(time) {
          return this.step >= DAY ? utc(time, 0, 10) : time % DAY === 0 ? utc(time, 5, 10)
            : utc(time, 11, this.step < MINUTE ? 19 : 16);
        }
      }
    };
  }

  const valueAxis = (title, stacked) => ({
    stacked, beginAtZero: true, title: {display: true, text: title}, grid: {color: colour("line")},
    border: {display: false}, ticks: {callback: number, maxTicksLimit: 7, precision: 0},
    /* Charts over the same time stand below each other. */
    afterFit(scale) {
      scale.width = scale.isHorizontal() ? scale.width : Math.max(scale.width, 72);
    }
  });

  const stack = (table, columns, first = 1) => columns.map((column, index) => ({
    label: table.headings[column], data: table.rows.map(row => row.values[column]),
    backgroundColor: series(first + index), maxBarThickness: 40
  }));

  const kinds = {
    columns: (table, columns, axis) => ({
      type: "bar",
      data: {labels: table.rows.map(row => row.texts[0]), datasets: stack(table, columns)},
      options: {scales: {
        x: {stacked: true, grid: {display: false}, ticks: {maxRotation: 0, autoSkipPadding: 12}},
        y: valueAxis(axis, true)
      }}
    }),
    bars: (table, columns, axis) => ({
      type: "bar",
      data: {labels: table.rows.map(row => row.texts[0]), datasets: stack(table, columns)},
      options: {indexAxis: "y", scales: {
        x: valueAxis(axis, true),
        y: {stacked: true, grid: {display: false}, ticks: {autoSkip: false, callback(value) {
          const label = this.getLabelForValue(value), most = innerWidth < 600 ? 18 : 32;
          return label.length > most ? label.slice(0, most - 1) + "…" : label;
        }}}
      }}
    }),
    points: (table, columns, axis) => {
      const groups = Map.groupBy(table.rows, row => row.group);
      return {
        type: "scatter",
        data: {datasets: [...groups].map(([group, rows]) => ({
          label: group, pointStyle: POINTS[group][0],
          radius: SUCCESS.includes(group) ? 3.5 : 6, hoverRadius: 7, borderWidth: SUCCESS.includes(group) ? 1 : 2.5,
          backgroundColor: series(POINTS[group][1]), borderColor: series(POINTS[group][1]),
          data: rows.map(row => ({x: row.values[0], y: row.values[columns[0]] ?? 0}))
        }))},
        options: {scales: {x: timeAxis(table.rows.map(row => row.values[0])), y: valueAxis(axis, false)}}
      };
    },
    changes: (table, columns, axis) => {
      const drawn = table.rows.filter(row => row.group === "incremental");
      const marks = ["full-load", "failed", "interrupted"]
        .map(group => [group, table.rows.filter(row => row.group === group)])
        .filter(([, rows]) => rows.length);
      return {
        type: "bar",
        data: {datasets: [
          ...columns.map((column, index) => ({
            label: table.headings[column], backgroundColor: series([3, 1, 2][index]), stack: "rows", grouped: false,
            barThickness: Math.max(2, Math.min(12, Math.floor(600 / table.rows.length))),
            data: drawn.map(row => ({x: row.values[0], y: row.values[column]}))
          })),
          ...marks.map(([group, rows]) => ({
            type: "scatter", label: group, pointStyle: POINTS[group][0], yAxisID: "marks", order: -1,
            radius: 5, borderWidth: group === "full-load" ? 1 : 2.5,
            backgroundColor: series(POINTS[group][1]), borderColor: series(POINTS[group][1]),
            data: rows.map(row => ({x: row.values[0], y: 1}))
          }))
        ]},
        options: {scales: {
          x: {...timeAxis(table.rows.map(row => row.values[0])), stacked: true}, y: valueAxis(axis, true),
          marks: {display: false, min: 0, max: 1.06}
        }}
      };
    },
    line: (table, columns, axis) => ({
      type: "line",
      data: {datasets: columns.map((column, index) => ({
        label: table.headings[column], borderColor: series(1 + index), backgroundColor: series(1 + index),
        borderWidth: 2, stepped: true, radius: table.rows.length > 60 ? 0 : 2.5,
        data: table.rows.map(row => ({x: row.values[0], y: row.values[column]}))
      }))},
      options: {scales: {
        x: timeAxis(table.rows.map(row => row.values[0])), y: {...valueAxis(axis, false), beginAtZero: false, grace: "10%"}
      }}
    })
  };

  function draw(canvas) {
    const kind = canvas.dataset.kind;
    const table = read(canvas);
    const config = kinds[kind](table, canvas.dataset.series.split(" ").map(Number), canvas.dataset.axis);
    const timed = ["points", "changes", "line"].includes(kind);
    const box = canvas.parentElement;
    const alone = canvas.closest("figure").querySelectorAll("canvas").length === 1;
    box.hidden = false;
    if (kind === "bars") {
      box.style.height = table.rows.length * 26 + 90 + "px";
    }
    config.options = {
      ...config.options,
      animation: false, maintainAspectRatio: false,
      gaps: canvas.dataset.gaps ? canvas.dataset.gaps.split(" ").map(gap => gap.split("/").map(Date.parse)) : [],
      interaction: timed ? {mode: "nearest", intersect: true} : {mode: "index", axis: config.options.indexAxis || "x",
        intersect: false},
      plugins: {
        title: {display: !alone, text: canvas.dataset.title, align: "start", font: {size: 13, weight: "600"}},
        legend: {display: config.data.datasets.length > 1, align: "start",
          labels: {usePointStyle: true, boxHeight: 7, padding: 14}},
        tooltip: {callbacks: {
          title: items => timed ? utc(items[0].parsed.x, 0, 19) + " UTC" : items[0].label,
          label: item => item.dataset.label + (item.dataset.yAxisID === "marks" ? "" : ": "
            + number(config.options.indexAxis === "y" ? item.parsed.x : item.parsed.y))
        }}
      }
    };
    config.plugins = timed ? [gapShades] : [];
    charts.push(new Chart(canvas, config));
  }

  function drawAll() {
    charts.splice(0).forEach(chart => chart.destroy());
    Chart.defaults.color = colour("muted");
    Chart.defaults.borderColor = colour("line");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    document.querySelectorAll("canvas").forEach(draw);
  }

  drawAll();
  document.querySelectorAll("details").forEach(details => details.open = false);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  /* Paper is white, and narrower than most windows. */
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
    document.querySelectorAll(".chart").forEach(box => box.style.width = "680px");
    drawAll();
  });
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.theme;
    document.querySelectorAll(".chart").forEach(box => box.style.width = "");
    drawAll();
  });
})();
