import { expect, test } from "vitest";
import { recognise } from "./header/recognise";
import { orderOf, shownOrder } from "./name-order";

test.each([
  ["Ахметова Айгуль Сериковна", "surnameFirst"],
  ["Айгуль Сериковна Ахметова", "givenFirst"],
  ["Асанов Бакыт Асан уулу", "surnameFirst"],
  ["Бакыт Асан уулу Асанов", "givenFirst"],
  ["Ниязова Айжан Серікқызы", "surnameFirst"],
  ["Иванов Пётр", "surnameFirst"],
  ["Пётр Иванов", "givenFirst"],
  ["Sergey Petrov", "givenFirst"],
  ["Kovalenko, Anna", "surnameFirst"],
  ["Rahul Sharma", null],
  ["Асан уулу Бакыт", null],
  ["Марина Иванова", null],
  ["Ахметова", null],
])("%s: %s", (text, order) => {
  expect(shownOrder(text)).toBe(order);
});

test("the more frequent order tells of a column, a tie nothing", () => {
  expect(orderOf(["Пётр Иванов", "Олег Петров", "Иванов Пётр"])).toBe("givenFirst");
  expect(orderOf(["Пётр Иванов", "Иванов Пётр"])).toBeNull();
  expect(orderOf([])).toBeNull();
});

const header = ["№ студента", "ФИО", "Гражданство"];
const numbers = ["1", "2", "3"];
const countries = ["KZ", "IN", "RU"];

test.each([
  [["Иванов Пётр", "Ахметов Дамир"], "full_name", "sure"],
  [["Rahul Sharma", "Priya Singh"], "full_name", "likely"],
  [["Пётр Иванов", "Дамир Ахметов"], "full_name_given_first", "unsure"],
] as const)("ФИО over %j is read as %s, %s", (names, target, confidence) => {
  const [, found] = recognise("roster", header, [numbers, names, countries]);
  expect(found).toMatchObject({ target, confidence });
});
