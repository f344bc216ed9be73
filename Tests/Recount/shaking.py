"""Shakes a demo database: of the columns that statements name, a good part of the values is moved to other years, changed to other
codes and amounts, or taken out. A demo has few records that must not count; a shaken one has all of them, so that a forgotten
condition shows in a number."""
import random
import re
import shutil
import sqlite3
from contextlib import closing

# Keys, and what stands under other columns: `passed` under the moves, an owner under the unit that a record names.
KEPT = {"rid", "district", "id", "number", "parent", "ordinal", "owner", "passed", "committee"}
# The versions of a list's item begin on the day on which it was listed.
VERSIONED = {("r_service_item", "listed_on"), ("r_power_item", "listed_on"), ("r_list_item", "listed_on")}
# Where a demo has no day at all.
DAYS = [f"{year}-06-30" for year in range(2019, 2025)]


def changed(chance, value, values, column, kind, may_be_empty):
    """Another value for seven in thirty, none for one in ten."""
    share = chance.random()
    if share > 0.3:
        return value
    if share < 0.1:
        return None if may_be_empty else value
    if not column.endswith("_on"):
        return chance.choice(values + [0, 1] if kind == "INTEGER" else values)
    day = value or chance.choice(values)
    year = int(day[:4]) + chance.choice([-1, 0, 1])
    rest = day[4:] if day[4:] != "-02-29" else "-02-28"
    return f"{year}{chance.choice([rest] * 8 + ['-12-31', '-01-01'])}"


def shake(database, copy, statements, seed):
    """Copies database and key file, and changes the copy by the seed. How many values were changed."""
    shutil.copy(database, copy)
    shutil.copy(f"{database}.keys", f"{copy}.keys")
    words, chance, count = set(re.findall(r"\w+", "\n".join(statements))), random.Random(seed), 0
    with closing(sqlite3.connect(copy)) as connection, connection:
        units = {unit for (unit,) in connection.execute("SELECT id FROM unit")}
        for table in sorted(word for word in words if word.startswith("r_")):
            for _, column, kind, is_required, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
                if column in KEPT or column not in words or kind == "BLOB" or (table, column) in VERSIONED:
                    continue
                rows = connection.execute(f'SELECT rid, "{column}" FROM {table} ORDER BY rid').fetchall()
                values = sorted({value for _, value in rows if value is not None})
                if column == "state":
                    register = table[2:]
                    values = [state for (state,) in connection.execute("SELECT DISTINCT to_state FROM move_stamp WHERE register = ? ORDER BY 1", [register])]
                elif column.endswith("_on"):
                    values = values or DAYS
                elif values and all(re.fullmatch("[a-z_]+", str(value)) for value in values):
                    values.append("another_code")
                if not values or (units.intersection(values) and "__" not in table):
                    continue
                for row, value in rows:
                    new = changed(chance, value, values, column, kind, not is_required)
                    if new != value:
                        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rid = ?', [new, row])
                        count += 1
    return count
