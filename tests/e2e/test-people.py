# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk's people: the code on paper opens the door once, a list comes in after it was looked at, many are changed at
once and all of it is taken back."""
import os

import hand
import pages
import tap
from words import _

OTHER_DIGITS = '97531'
LIST = '姓名,分组\n郑春花,二楼\n,二楼\n钱大海,二楼\n冯小雨,三楼\n'

program = hand.Program(data_dir=hand.new_data_dir('张桂英', '王福生'))


def people():
    return {name for name, in program.query("SELECT name FROM profile WHERE name <> ''")}


def members(group):
    return {name for name, in program.query(
        'SELECT name FROM group_member JOIN profile USING (trainee) WHERE group_name = ? AND member', group)}


def hand_over():
    program.press(_('Hand over to trainees'))
    program.wait_for_button(_('I am the instructor'))


def go_to_door():
    program.press(_('I am the instructor'))
    program.wait_for(_('For the instructor'), 'frame')


def code_on_paper():
    """Digits forgotten: the code from the paper lets one choose others, and neither code nor digits of before count."""
    go_to_door()
    code = pages.choose_digits(program)
    program.press(_('I have it on paper'))
    program.wait_for(_("The instructor's desk"), 'frame')
    hand_over()
    go_to_door()
    program.press(_('Digits forgotten'))
    program.wait_for(_('Please type the 16 digits from the paper.'), 'label')
    program.type_into(_('Code from the paper'), code)
    program.press(_('Go in'))
    for said in (_('The code is right. Now choose new digits, four to eight.'), _('Once more the same digits, please.')):
        program.wait_for(said, 'label')
        program.type_into(_('Digits'), OTHER_DIGITS)
        program.press(_('Go in'))
    program.wait_for(_('Please write this code down'), 'heading')
    new_code = next(name for _node, name, role in program.nodes() if role == 'label' and pages.CODE.fullmatch(name))
    assert new_code != code
    program.press(_('I have it on paper'))
    program.wait_for(_("The instructor's desk"), 'frame')
    hand_over()
    go_to_door()
    program.type_into(_('Digits'), pages.DIGITS)
    program.press(_('Go in'))
    program.wait_for(_('These are not the digits. Please try once more.'), 'label')
    program.type_into(_('Digits'), OTHER_DIGITS)
    program.press(_('Go in'))
    program.wait_for(_("The instructor's desk"), 'frame')


def bring_in():
    """The list is looked at first: nothing is kept, the bad row says why, and it comes in only without it."""
    path = os.path.join(hand.new_folder(), 'list.csv')
    with open(path, 'w', encoding='gb18030') as out:
        out.write(LIST)
    pages.open_list(program, path)
    program.wait_for_button(_('Bring in the others, without the rows that cannot be read'))
    assert program.find(_('There is no name'), contains=True), program.names()
    assert people() == {'张桂英', '王福生'}, people()
    program.press(_('Bring in the others, without the rows that cannot be read'))
    program.press(_('Bring them in'))
    program.wait_until(lambda: people() == {'张桂英', '王福生', '郑春花', '钱大海', '冯小雨'}, 'three more people')
    assert members('二楼') == {'郑春花', '钱大海'}


def many_and_back():
    """Everybody into one group, and back; nothing else changes."""
    everybody = people()
    program.press(_('Choose several'))
    program.press(_('All of them'))
    program.press(_('Into a group'))
    program.wait_for(_('Into which group?'), 'heading')
    program.type_into(_('Name of the new group'), '书法班')
    program.press(_('New group'))
    program.wait_until(lambda: members('书法班') == everybody, 'everybody in the group')
    program.wait_for(_('Into “%s”') % '书法班', 'label', contains=True)
    program.press(_('Undo'))
    program.wait_until(lambda: members('书法班') == set(), 'nobody in the group')
    assert people() == everybody and members('二楼') == {'郑春花', '钱大海'}


tap.run(code_on_paper, bring_in, many_and_back)
program.close()
