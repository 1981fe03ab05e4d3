"""Connects once, says what its statement_timeout is, and stays: python connects.py LIBRARY CONNECTION-STRING

It ends with its standard input. Where it cannot connect it says why and exits 1.
"""

import asyncio
import sys


def stay():
    sys.stdin.read()


def say(value):
    print(value, flush=True)


def psycopg(text):
    import psycopg

    with psycopg.connect(text) as connection:
        say(connection.execute("SHOW statement_timeout").fetchone()[0])
        stay()


def psycopg2(text):
    import psycopg2

    connection = psycopg2.connect(text)
    cursor = connection.cursor()
    cursor.execute("SHOW statement_timeout")
    say(cursor.fetchone()[0])
    stay()


async def asyncpg(text):
    import asyncpg

    connection = await asyncpg.connect(text)
    say(await connection.fetchval("SHOW statement_timeout"))
    await asyncio.get_running_loop().run_in_executor(None, stay)


async def sqlalchemy_async(text):
    from sqlalchemy import text as sql
    from sqlalchemy.ext.asyncio import create_async_engine

    async with create_async_engine(text).connect() as connection:
        say((await connection.execute(sql("SHOW statement_timeout"))).scalar())
        await asyncio.get_running_loop().run_in_executor(None, stay)


async def sqlalchemy_sleeps(text):
    """Says how a query of ten minutes ended."""
    from sqlalchemy import text as sql
    from sqlalchemy.ext.asyncio import create_async_engine

    async with create_async_engine(text).connect() as connection:
        try:
            await connection.execute(sql("SELECT pg_sleep(600)"))
        except Exception as error:
            say(type(error.__cause__ or error).__name__)
        await asyncio.get_running_loop().run_in_executor(None, stay)


def sqlalchemy(text):
    from sqlalchemy import create_engine, text as sql

    with create_engine(text).connect() as connection:
        say(connection.execute(sql("SHOW statement_timeout")).scalar())
        stay()


def uvloop(text):
    import uvloop

    uvloop.run(asyncpg(text))


run = globals()[sys.argv[1]]
if asyncio.iscoroutinefunction(run):
    asyncio.run(run(sys.argv[2]))
else:
    run(sys.argv[2])
