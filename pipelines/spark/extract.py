"""Extracts statements with Apache Spark: articles in, records and a quarantine out.

    spark-submit extract.py INPUT OUTPUT [--format jsonl|parquet] [--as jsonl|parquet] [--hearsay COMMAND] [-- OPTION...]

INPUT is one or more paths that Spark knows (comma-separated; a file system of any kind), with one article a line as JSON, or Parquet
whose columns are an article's fields. OUTPUT gets two folders: `records`, one record a row, and `quarantine`, one failure a row with
the article that failed. Each partition goes through one `hearsay pipe`, so that a worker loads the models once a partition; a worker that
dies costs its partition's work and nothing else, since Spark runs it again. Options after `--` are those of `hearsay pipe`.
"""

import argparse
import json
import shlex
import subprocess
import threading

from pyspark.sql import Row, SparkSession
from pyspark.sql import types as t

RECORDS = t.StructType(
    [t.StructField(name, t.StringType()) for name in ("collection", "id", "sha256")]
    + [t.StructField("record", t.StringType(), False)]
)
QUARANTINE = t.StructType(
    [t.StructField(name, t.StringType()) for name in ("id", "code", "message", "article")]
)
BOTH = t.StructType(
    [
        t.StructField("record", t.StringType()),
        t.StructField("failure", t.StringType()),
        t.StructField("article", t.StringType()),
    ]
)


def piped(command):
    """What takes a partition's lines through the command and gives each with what came of it, in order."""

    def through(lines):
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="surrogatepass"
        )
        sent = []
        failure = []

        def feed():
            # The other end answers in order, so what waits for an answer is all that is remembered.
            try:
                for line in lines:
                    with waiting:
                        while len(sent) >= MOST_WAITING:
                            waiting.wait()
                        sent.append(line)
                    process.stdin.write(line + "\n")
                    process.stdin.flush()
                process.stdin.close()
            except Exception as error:  # noqa: BLE001 - told below, by the thread that Spark watches
                failure.append(error)
                process.kill()

        waiting = threading.Condition()
        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        for answer in process.stdout:
            with waiting:
                article = sent.pop(0)
                waiting.notify()
            answer = answer.rstrip("\n")
            failed = "error" in json.loads(answer)
            yield Row(record=None if failed else answer, failure=answer if failed else None, article=article if failed else None)
        code = process.wait()
        feeder.join()
        if failure:
            raise failure[0]
        # 1 says that some articles failed, which their lines have told.
        if code not in (0, 1) or sent:
            raise RuntimeError(
                f"expected an answer for every article, got exit code {code} with {len(sent)} articles unanswered: {command}"
            )

    return through


MOST_WAITING = 64


def articles(spark, inputs, form, partitions):
    """One article a line, as JSON."""
    if form == "parquet":
        lines = spark.read.parquet(*inputs).toJSON()
    else:
        lines = spark.read.option("lineSep", "\n").text(list(inputs)).rdd.map(lambda row: row.value)
    lines = lines.filter(lambda line: line.strip() != "")
    return lines if partitions is None else lines.repartition(partitions)


def record_row(line):
    record = json.loads(line)
    return Row(collection=record.get("collection"), id=record["id"], sha256=record.get("sha256"), record=line)


def failure_row(row):
    failure = json.loads(row.failure)
    error = failure["error"]
    return Row(id=failure.get("id"), code=error["code"], message=error["message"], article=row.article)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="paths to read, separated by commas")
    parser.add_argument("output", help="folder to write; it must not be there yet")
    parser.add_argument("--format", choices=["jsonl", "parquet"], default="jsonl", help="what the input is")
    parser.add_argument("--as", dest="form", choices=["jsonl", "parquet"], default="jsonl", help="what the output is to be")
    parser.add_argument("--partitions", type=int, help="cut the input into so many parts; as Spark cuts it by default")
    parser.add_argument("--hearsay", default="hearsay", help='how a worker calls hearsay, such as "npx hearsay"')
    parser.add_argument("options", nargs="*", help="options of hearsay pipe, after --")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("hearsay").getOrCreate()
    command = [*shlex.split(given.hearsay), "pipe", *given.options]
    lines = articles(spark, given.input.split(","), given.format, given.partitions)
    answered = spark.createDataFrame(lines.mapPartitions(piped(command)), BOTH)
    # Written once and read twice: else each of the two outputs would extract everything anew.
    stage = f"{given.output}/stage"
    answered.write.parquet(stage)
    staged = spark.read.parquet(stage)
    records = staged.where("record is not null")
    failures = spark.createDataFrame(staged.where("failure is not null").rdd.map(failure_row), QUARANTINE)
    if given.form == "parquet":
        spark.createDataFrame(records.rdd.map(lambda row: record_row(row.record)), RECORDS).write.parquet(
            f"{given.output}/records"
        )
        failures.write.parquet(f"{given.output}/quarantine")
    else:
        records.select("record").write.text(f"{given.output}/records")
        failures.write.json(f"{given.output}/quarantine")
    path = spark._jvm.org.apache.hadoop.fs.Path(stage)
    path.getFileSystem(spark._jsc.hadoopConfiguration()).delete(path, True)
    spark.stop()


if __name__ == "__main__":
    main()
